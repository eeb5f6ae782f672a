import type { Budget } from '../../core/budgets/types';
import { prisma, type Transaction } from '../client';

export interface BudgetRecord {
  id: number;
  budget: Budget;
  managedBy: string;
}
export interface StoredCrossing {
  budgetId: number;
  windowFrom: string;
  value: string;
  key: string;
  state: 'crossed' | 'back';
  amount: string;
  count: number;
  crossedAt: Date;
  backAt: Date | null;
}

const day = (d: Date) => d.toISOString().slice(0, 10);
const moment = (d: string) => new Date(`${d}T00:00:00Z`);

export async function listBudgets(organizationId: number): Promise<BudgetRecord[]> {
  const found = await prisma().budget.findMany({ where: { organizationId }, orderBy: { name: 'asc' } });
  return found.map((b) => ({ id: b.id, budget: b.definition as unknown as Budget, managedBy: b.managedBy }));
}

export const saveBudget = (tx: Transaction, organizationId: number, budget: Budget, managedBy: string) =>
  tx.budget.upsert({
    where: { organizationId_name: { organizationId, name: budget.name } },
    create: { organizationId, name: budget.name, definition: { ...budget } as object, managedBy },
    update: { definition: { ...budget } as object, managedBy, updatedAt: new Date() },
  });

export const deleteBudget = (tx: Transaction, organizationId: number, name: string) =>
  tx.budget.deleteMany({ where: { organizationId, name } });

/** What was crossed in these windows and later ones. */
export async function crossingsSince(organizationId: number, from: string): Promise<StoredCrossing[]> {
  const found = await prisma().budgetCrossing.findMany({
    where: { budget: { organizationId }, windowFrom: { gte: moment(from) } },
    orderBy: { crossedAt: 'desc' },
  });
  return found.map((c) => ({
    budgetId: c.budgetId,
    windowFrom: day(c.windowFrom),
    value: c.value,
    key: c.threshold,
    state: c.state as 'crossed' | 'back',
    amount: c.amount.toFixed(),
    count: c.count,
    crossedAt: c.crossedAt,
    backAt: c.backAt,
  }));
}

/** Writes what was crossed or taken back, all in one statement. Returns how often each was crossed in its window, in their order. */
export async function saveCrossings(
  tx: Transaction,
  crossings: readonly (Pick<StoredCrossing, 'budgetId' | 'windowFrom' | 'value' | 'key' | 'amount'> & { kind: 'crossed' | 'back' })[],
): Promise<number[]> {
  if (crossings.length === 0) return [];
  const placeOf = (c: { budgetId: number; windowFrom: string; value: string; key: string }) =>
    JSON.stringify([c.budgetId, c.windowFrom, c.value, c.key]);
  const saved = await tx.$queryRaw<{ budgetId: number; windowFrom: string; value: string; key: string; count: number }[]>`
    insert into budget_crossing (budget_id, window_from, value, threshold, state, amount)
    select * from unnest(${crossings.map((c) => c.budgetId)}::int[], ${crossings.map((c) => c.windowFrom)}::text[]::date[], ${crossings.map((c) => c.value)}::text[],
                         ${crossings.map((c) => c.key)}::text[], ${crossings.map((c) => c.kind)}::text[], ${crossings.map((c) => c.amount)}::text[]::numeric[])
    on conflict (budget_id, window_from, value, threshold) do update set
      state = excluded.state, amount = excluded.amount,
      count = budget_crossing.count + (excluded.state = 'crossed')::int,
      crossed_at = case when excluded.state = 'crossed' then now() else budget_crossing.crossed_at end,
      back_at = case when excluded.state = 'back' then now() else budget_crossing.back_at end
    returning budget_id as "budgetId", window_from::text as "windowFrom", value, threshold as key, count`;
  const counts = new Map(saved.map((s) => [placeOf(s), s.count]));
  return crossings.map((c) => counts.get(placeOf(c)) ?? 1);
}

/** One evaluation of an organisation at a time: two would tell the same crossing twice. */
export const holdEvaluation = (tx: Transaction, organizationId: number) =>
  tx.$queryRaw`select pg_advisory_xact_lock(7303, ${organizationId}::int)::text`;

/** Tells every process that answers about budgets are to be worked out anew. */
export const budgetsChanged = (tx: Transaction, organizationId: number) =>
  tx.$queryRaw`select pg_notify('headroom_ledger', ${String(organizationId)})::text`;
