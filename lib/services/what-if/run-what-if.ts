import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { addDays } from '../../core/time/days';
import { type Assumption, assumptionWords, readAssumption } from '../../core/what-if/assumptions';
import { repriceCells, type Scenario, sumScenario } from '../../core/what-if/scenario';
import type { SideEffects } from '../../core/what-if/side-effects';
import type { UsageCell } from '../../core/what-if/usage-cell';
import { type UsageScope, usageCells } from '../../db/queries/usage-cells';
import { type UsageNames, usageNames } from '../../db/queries/usage-names';
import { findPolicy } from '../../db/records/usage-policy';
import { loadPriceBook } from '../prices/price-book';
import { type Alternative, alternativesOf } from './alternatives';
import { conditionsOf } from './conditions';
import { type Route, routesOf } from './routes';
import { sideEffectsOf } from './side-effects';

const word = z.string().trim().min(1).max(200).optional();
const list = z.union([z.string(), z.array(z.string())]).optional();

/** The address of a what-if: a scope, assumptions `a`, conditions. */
export const WhatIfQuery = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  task: word,
  team: word,
  model: word,
  channel: word,
  a: list,
  /** Prices of this day instead of each day's own. */
  prices: z.iso.date().optional(),
  zone: list,
  preview: z.enum(['yes', 'no']).default('yes'),
});
export type WhatIfQuery = z.infer<typeof WhatIfQuery>;

export interface WhatIf extends Scenario {
  period: { from: string; to: string };
  assumptions: { text: string; words: string }[];
  notUnderstood: string[];
  scope: { events: number; tokens: number; taskTypes: string[]; models: string[]; channels: string[] };
  /** What events of these days name, whatever the scope. */
  choices: UsageNames;
  sideEffects: SideEffects;
  alternatives: Alternative[];
  routes: Route[];
}

/**
 * The same tokens priced under other assumptions, what that does to agreements, what else they could have cost, and which tasks could go elsewhere.
 * Needs `events:read` and `agreements:read`.
 */
export async function runWhatIf(actor: Actor, input: z.input<typeof WhatIfQuery>, today: string): Promise<WhatIf> {
  requirePermission(actor, 'events:read');
  requirePermission(actor, 'agreements:read');
  const q = WhatIfQuery.parse(input);
  if (q.from >= q.to) throw new AppError('invalid', 'The first day is not before the last.');
  const scope: UsageScope = {
    from: q.from,
    to: q.to,
    taskType: q.task ?? null,
    team: q.team ?? null,
    model: q.model ?? null,
    channel: q.channel ?? null,
  };
  const [cells, book, policy, choices] = await Promise.all([
    usageCells(actor.organizationId, scope),
    loadPriceBook(actor.organizationId),
    findPolicy(actor.organizationId),
    usageNames(actor.organizationId, scope),
  ]);
  const texts = [q.a ?? []].flat().slice(0, 20);
  const read = texts.map((text) => ({ text, assumption: readAssumption(text) }));
  const assumptions = read.flatMap((r) => (r.assumption ? [r.assumption] : []));
  const conditions = conditionsOf(policy, { zones: [q.zone ?? []].flat().map((z) => z.toLowerCase()), noPreview: q.preview === 'no' });
  const options = { priceDay: q.prices ?? null, conditions };
  const period = { from: q.from, to: q.to };
  const repriced = repriceCells(cells, assumptions, book, options.priceDay);
  const scenario = sumScenario(repriced, conditions);
  const isChanged = assumptions.length > 0 || q.prices !== undefined;
  return {
    ...scenario,
    period,
    assumptions: assumptions.map((a: Assumption, i) => ({
      text: read.filter((r) => r.assumption)[i]?.text ?? '',
      words: assumptionWords(a),
    })),
    notUnderstood: read.filter((r) => !r.assumption).map((r) => r.text),
    scope: scopeOf(cells),
    choices,
    sideEffects: await sideEffectsOf(actor.organizationId, { repriced, totals: scenario.totals, isChanged }, period, today),
    alternatives: alternativesOf(cells, book, options, q.prices ?? addDays(q.to, -1)),
    routes: await routesOf(actor.organizationId, scope, { cells, book, priceDay: options.priceDay }),
  };
}

function scopeOf(cells: readonly UsageCell[]): WhatIf['scope'] {
  const distinct = (pick: (c: UsageCell) => string | null) => [...new Set(cells.map(pick).filter((v) => v !== null))].sort();
  return {
    events: cells.reduce((n, c) => n + c.events, 0),
    tokens: cells.reduce((n, c) => n + Object.values(c.tokens).reduce((a, b) => a + b, 0), 0),
    taskTypes: distinct((c) => c.taskType),
    models: distinct((c) => c.model),
    channels: distinct((c) => c.channel),
  };
}
