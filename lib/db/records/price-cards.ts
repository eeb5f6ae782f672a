import type { RateCard } from '../../core/pricing/types';
import { prisma, type Transaction } from '../client';

export interface StoredCard {
  id: number;
  card: RateCard;
  note: string;
  createdByName: string;
  createdAt: Date;
}

/** Own prices of an organisation that count, in the order they were set. */
export async function listPriceCards(organizationId: number, tx: Transaction = prisma()): Promise<StoredCard[]> {
  const rows = await tx.priceCard.findMany({
    where: { organizationId, withdrawnAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, card: true, note: true, createdByName: true, createdAt: true },
  });
  return rows.map((r) => ({ ...r, card: r.card as unknown as RateCard }));
}

/** Changes whenever a price of the organisation is set or withdrawn. */
export async function priceCardsVersion(organizationId: number): Promise<string> {
  const [newest, withdrawn] = await Promise.all([
    prisma().priceCard.aggregate({ where: { organizationId }, _max: { id: true } }),
    prisma().priceCard.count({ where: { organizationId, withdrawnAt: { not: null } } }),
  ]);
  return `${newest._max.id ?? 0}:${withdrawn}`;
}

export const insertPriceCards = (
  tx: Transaction,
  organizationId: number,
  cards: readonly { card: RateCard; note: string }[],
  createdByName: string,
) =>
  tx.priceCard.createManyAndReturn({
    data: cards.map(({ card, note }) => ({
      organizationId,
      card: { ...card, bands: card.bands.map((b) => ({ ...b })) },
      note,
      createdByName,
    })),
    select: { id: true },
  });

/** Takes prices back; they stay readable in the table. Says which of them counted until now. */
export async function withdrawPriceCards(tx: Transaction, organizationId: number, ids: readonly number[]): Promise<RateCard[]> {
  const rows = await tx.priceCard.updateManyAndReturn({
    where: { organizationId, id: { in: [...ids] }, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
    select: { card: true },
  });
  return rows.map((r) => r.card as unknown as RateCard);
}

/** One writer of prices at a time in an organisation, so that two cannot both set a price for the same. */
export const lockPrices = (tx: Transaction, organizationId: number) =>
  tx.$queryRaw`select 1 as locked from organization where id = ${organizationId} for update`;
