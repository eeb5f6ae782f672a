import type { ChartNote } from '../../core/notes/note';
import type { Day } from '../../core/time/days';
import { prisma, type Transaction } from '../client';

export type NoteRecord = Omit<ChartNote, 'mayChange'>;

const moment = (day: Day) => new Date(`${day}T00:00:00Z`);
type Stored = NonNullable<Awaited<ReturnType<ReturnType<typeof prisma>['chartNote']['findFirst']>>>;
const recordOf = ({ id, day, text, createdByName, createdAt }: Stored): NoteRecord => ({
  id,
  day: day.toISOString().slice(0, 10),
  text,
  createdByName,
  createdAt: createdAt.toISOString(),
});

/** Those of `[from, to)`, in order of their days; of too many the latest. */
export async function listNotes(organizationId: number, { from, to }: { from: Day; to: Day }, most: number): Promise<NoteRecord[]> {
  const found = await prisma().chartNote.findMany({
    where: { organizationId, day: { gte: moment(from), lt: moment(to) } },
    orderBy: [{ day: 'desc' }, { id: 'desc' }],
    take: most,
  });
  return found.map(recordOf).reverse();
}

export async function findNote(organizationId: number, id: number): Promise<NoteRecord | null> {
  const found = await prisma().chartNote.findFirst({ where: { organizationId, id } });
  return found && recordOf(found);
}

export const insertNote = async (
  tx: Transaction,
  organizationId: number,
  { day, ...note }: Pick<NoteRecord, 'day' | 'text' | 'createdByName'>,
): Promise<NoteRecord> => recordOf(await tx.chartNote.create({ data: { ...note, organizationId, day: moment(day) } }));

/** Null where there is none of this number any more. */
export async function updateNote(
  tx: Transaction,
  organizationId: number,
  id: number,
  { day, text }: { day?: Day | undefined; text?: string | undefined },
): Promise<NoteRecord | null> {
  const changed = await tx.chartNote.updateManyAndReturn({
    where: { organizationId, id },
    data: { ...(day !== undefined && { day: moment(day) }), ...(text !== undefined && { text }) },
  });
  return changed[0] ? recordOf(changed[0]) : null;
}

/** Whether there was one to delete. */
export const deleteNote = async (tx: Transaction, organizationId: number, id: number): Promise<boolean> =>
  (await tx.chartNote.deleteMany({ where: { organizationId, id } })).count > 0;
