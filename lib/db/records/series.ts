import type { BaseRow } from '../../core/agreements/types';
import type { SeriesLine } from '../../core/series/read';
import { prisma, type Transaction } from '../client';

const day = (d: Date) => d.toISOString().slice(0, 10);
const moment = (d: string) => new Date(`${d}T00:00:00Z`);

export const listSeries = (organizationId: number) =>
  prisma().series.findMany({
    where: { organizationId },
    orderBy: { name: 'asc' },
    include: { _count: { select: { rows: true } }, files: { orderBy: { id: 'desc' } } },
  });

/** Finds or makes a series and holds it until the transaction ends, so that two files of one series come one after the other. */
export async function holdSeries(tx: Transaction, organizationId: number, name: string): Promise<number> {
  const { id } = await tx.series.upsert({
    where: { organizationId_name: { organizationId, name } },
    create: { organizationId, name },
    update: {},
  });
  await tx.$queryRaw`select id from series where id = ${id} for update`;
  return id;
}

export const findSeriesFile = (tx: Transaction, seriesId: number, contentHash: string) =>
  tx.seriesFile.findUnique({ where: { seriesId_contentHash: { seriesId, contentHash } } });

export async function seriesLines(tx: Transaction, seriesId: number): Promise<Omit<SeriesLine, 'line'>[]> {
  const rows = await tx.seriesRow.findMany({ where: { seriesId } });
  return rows.map((r) => ({
    date: day(r.date),
    booked: day(r.booked),
    amount: r.amount.toFixed(),
    currency: r.currency,
    labels: r.labels as Record<string, string>,
  }));
}

export async function addSeriesFile(
  tx: Transaction,
  file: { seriesId: number; fileName: string; contentHash: string; addedByName: string },
  rows: readonly SeriesLine[],
): Promise<void> {
  const { id } = await tx.seriesFile.create({ data: { ...file, rows: rows.length } });
  for (let i = 0; i < rows.length; i += 5_000)
    await tx.seriesRow.createMany({
      data: rows.slice(i, i + 5_000).map((r) => ({
        ...r,
        seriesId: file.seriesId,
        fileId: id,
        date: moment(r.date),
        booked: moment(r.booked),
      })),
    });
}

/** The rows of a series as the base of an agreement; null when there is no such series. */
export async function seriesBase(organizationId: number, name: string): Promise<BaseRow[] | null> {
  const series = await prisma().series.findUnique({ where: { organizationId_name: { organizationId, name } } });
  if (!series) return null;
  const rows = await prisma().seriesRow.findMany({ where: { seriesId: series.id }, orderBy: [{ date: 'asc' }, { id: 'asc' }] });
  return rows.map((r) => ({
    id: String(r.id),
    date: day(r.date),
    booked: day(r.booked),
    amount: r.amount.toFixed(),
    currency: r.currency,
  }));
}
