import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { deleteScenario, listScenarios as list, saveScenario as save } from '../../db/records/scenarios';
import { runWhatIf, WhatIfQuery } from './run-what-if';

export interface SavedScenario {
  id: number;
  name: string;
  /** Its question, as an address has it. */
  query: WhatIfQuery;
  assumptions: string[];
  totals: { currency: string; actual: string; scenario: string; difference: string; change: number | null }[];
  createdByName: string;
  createdAt: string;
}

export const ScenarioInput = z.object({ name: z.string().trim().min(1).max(120), query: WhatIfQuery });

/** What was kept, with the figures of its day. */
export async function listScenarios(actor: Actor): Promise<SavedScenario[]> {
  requirePermission(actor, 'events:read');
  return (await list(actor.organizationId)).map((s) => {
    const result = s.result as unknown as Pick<SavedScenario, 'assumptions' | 'totals'>;
    return {
      id: s.id,
      name: s.name,
      query: WhatIfQuery.parse(s.definition),
      assumptions: result.assumptions,
      totals: result.totals,
      createdByName: s.createdByName,
      createdAt: s.createdAt.toISOString(),
    };
  });
}

/** Keeps a what-if under a name, with the figures of now; one of the same name is replaced. Needs `scenarios:write`. */
export async function saveScenario(actor: Actor, input: z.input<typeof ScenarioInput>, today: string): Promise<{ id: number }> {
  requirePermission(actor, 'scenarios:write');
  const { name, query } = ScenarioInput.parse(input);
  const { totals, assumptions, assumed } = await runWhatIf(actor, query, today);
  return prisma().$transaction(async (tx) => {
    const saved = await save(tx, actor.organizationId, {
      name,
      definition: query,
      result: { totals, assumptions: [...assumptions, ...assumed].map((a) => a.words) },
      createdByName: actor.name,
    });
    await recordAudit(tx, actor, { action: 'scenario.saved', subject: name });
    return saved;
  });
}

/** Forgets a scenario. Needs `scenarios:write`. */
export async function removeScenario(actor: Actor, id: number): Promise<void> {
  requirePermission(actor, 'scenarios:write');
  await prisma().$transaction(async (tx) => {
    const { count } = await deleteScenario(tx, actor.organizationId, id);
    if (count === 0) throw new AppError('not_found', 'There is no such scenario.');
    await recordAudit(tx, actor, { action: 'scenario.removed', subject: String(id) });
  });
}
