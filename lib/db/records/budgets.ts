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

/** Writes one crossing, or that it was taken back. */
export async function saveCrossing(
  tx: Transaction,
  {
    budgetId,
    windowFrom,
    value,
    key,
    kind,
    amount,
  }: Pick<StoredCrossing, 'budgetId' | 'windowFrom' | 'value' | 'key' | 'amount'> & { kind: 'crossed' | 'back' },
): Promise<number> {
  const id = { budgetId, windowFrom: moment(windowFrom), value, threshold: key };
  const { count } = await tx.budgetCrossing.upsert({
    where: { budgetId_windowFrom_value_threshold: id },
    create: { ...id, state: kind, amount },
    update:
      kind === 'crossed'
        ? { state: kind, amount, count: { increment: 1 }, crossedAt: new Date() }
        : { state: kind, amount, backAt: new Date() },
  });
  return count;
}

/** One evaluation of an organisation at a time: two would tell the same crossing twice. */
export const holdEvaluation = (tx: Transaction, organizationId: number) =>
  tx.$queryRaw`select pg_advisory_xact_lock(7303, ${organizationId}::int)::text`;
