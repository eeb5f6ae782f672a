import { type Actor, requirePermission } from '../../core/access/actor';
import { zoneOf } from '../../core/pricing/zones';
import { addDays } from '../../core/time/days';
import { successRate } from '../../core/units/per-unit';
import { didWorse, savingPerTask, sumRuns } from '../../core/units/quality';
import { NO_TYPE } from '../../core/units/task-query';
import type { UsagePolicy } from '../../core/usage/policy';
import { type CheaperPlace, type CheapestAlternative, cheapestAlternatives } from '../../core/what-if/cheapest';
import { type ModelRuns, runsByModel } from '../../db/queries/task-quality';
import type { TaskSlice } from '../../db/queries/task-rows';
import { usageCells } from '../../db/queries/usage-cells';
import { findPolicy } from '../../db/records/usage-policy';
import { loadPriceBook } from '../prices/price-book';
import { conditionsOf } from './conditions';

/** The cheapest alternative of a task type, and what is known of it from the type's own runs. */
export interface TypeAlternative extends CheapestAlternative {
  tasks: number;
  /** Null where no call is part of a task. */
  savingPerTask: string | null;
  provenPerTask: string | null;
  ruledOutPerTask: string | null;
  /** How tasks of this type went on the model of `best`; null where it has never been tried. */
  tried: { tasks: number; success: string | null } | null;
}

/**
 * What the tokens of each task type would cost at the cheapest place they may go to, at list price on both sides; all types at once. Tasks paid
 * in one currency, as `slice` and `currency` say. Types of which nothing has a price are left out. Needs `events:read`.
 */
export async function getCheapestAlternatives(actor: Actor, slice: TaskSlice, currency: string | null): Promise<TypeAlternative[]> {
  requirePermission(actor, 'events:read');
  const organization = actor.organizationId;
  const { from, to, basis, team } = slice;
  const [cells, everybody, ofTeam, book, policy] = await Promise.all([
    usageCells(organization, {
      from,
      to,
      ...(team !== undefined && { team: team ?? NO_TYPE }),
      ...(basis === 'invoice' && { paidIn: currency }),
    }),
    // what other teams run a type on is what this one could, and how it went there is worth knowing
    runsByModel(organization, { from, to, basis }),
    team === undefined ? null : runsByModel(organization, { from, to, basis, team }),
    loadPriceBook(organization),
    findPolicy(organization),
  ]);
  const placed = (ofTeam ?? everybody).filter((r) => r.currency === currency || r.currency === null);
  const of = (rows: readonly ModelRuns[], taskType: string | null, model?: string) =>
    sumRuns(rows.filter((r) => r.taskType === taskType && (model === undefined || r.model === model)));
  const found = cheapestAlternatives(basis === 'list' ? cells.filter((c) => c.currency === currency || c.currency === null) : cells, {
    book,
    conditions: conditionsOf(policy, { zones: zonesOf(policy) }),
    day: addDays(to, -1),
    alsoUsed: everybody.flatMap((r) => (r.model === null ? [] : [r.model])),
    judge: (taskType, here, there) => {
      const [was, would] = [of(everybody, taskType, here), of(everybody, taskType, there)];
      const worse = didWorse(would, was);
      return {
        worse: worse === true ? `${percent(would)} of its tasks succeed on ${there}, ${percent(was)} on ${here}` : null,
        isProven: worse === false,
      };
    },
  });
  return found.map((a) => {
    const { tasks } = of(placed, a.taskType);
    const each = (place: CheaperPlace | null) => (place === null ? null : savingPerTask(place.saving, a.from, tasks));
    const there = a.best === null ? null : of(everybody, a.taskType, a.best.model);
    return {
      ...a,
      tasks,
      savingPerTask: each(a.best),
      provenPerTask: each(a.proven),
      ruledOutPerTask: each(a.ruledOut),
      tried: there === null || there.tasks === 0 ? null : { tasks: there.tasks, success: successRate(there) },
    };
  });
}

const percent = (r: { succeeded: number; reported: number }): string => `${((r.succeeded / r.reported) * 100).toFixed(1)} %`;

/** The parts of the world that the approved regions lie in: to those an unnamed region is no answer. */
const zonesOf = (policy: UsagePolicy | null): string[] => [
  ...new Set((policy?.regions ?? []).flatMap((pattern) => zoneOf(pattern.replace('*', '')) ?? [])),
];
