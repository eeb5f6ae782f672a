import type { ExpectedKind } from '../../core/anomalies/expected';
import { type CostFilter, parseFilters, writeFilter } from '../../core/costs/cost-query';
import type { Day } from '../../core/time/days';
import { prisma, type Transaction } from '../client';

/** What somebody said was to be expected. `to` is the day after the last one; null for a new normal. */
export interface ExpectedRecord {
  id: number;
  name: string;
  kind: ExpectedKind;
  filters: CostFilter[];
  from: Day;
  to: Day | null;
  createdByName: string;
  createdAt: Date;
}

const moment = (day: Day) => new Date(`${day}T00:00:00Z`);
const dayOf = (d: Date): Day => d.toISOString().slice(0, 10);

/** All of an organisation, the latest days first. */
export async function listExpected(organizationId: number): Promise<ExpectedRecord[]> {
  const found = await prisma().expectedEvent.findMany({ where: { organizationId }, orderBy: [{ fromDay: 'desc' }, { id: 'desc' }] });
  return found.map(({ id, name, kind, filters, fromDay, toDay, createdByName, createdAt }) => ({
    id,
    name,
    kind: kind === 'event' ? 'event' : 'new-normal',
    filters: parseFilters(filters as string[]),
    from: dayOf(fromDay),
    to: toDay && dayOf(toDay),
    createdByName,
    createdAt,
  }));
}

export const insertExpected = (
  tx: Transaction,
  organizationId: number,
  { filters, from, to, ...e }: Omit<ExpectedRecord, 'id' | 'createdAt'>,
): Promise<{ id: number }> =>
  tx.expectedEvent.create({
    data: { ...e, organizationId, filters: filters.map(writeFilter), fromDay: moment(from), toDay: to === null ? null : moment(to) },
    select: { id: true },
  });

/** The names of what was deleted: none where it is not of this organisation. */
export async function deleteExpected(tx: Transaction, organizationId: number, id: number): Promise<string[]> {
  const found = await tx.expectedEvent.findMany({ where: { organizationId, id }, select: { name: true } });
  await tx.expectedEvent.deleteMany({ where: { organizationId, id } });
  return found.map((f) => f.name);
}
