import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { listPrices as publicPrices } from '../../core/pricing/book/list-prices';
import type { RateCard } from '../../core/pricing/types';
import { type Channel, channels, serviceTiers } from '../../core/usage/channels';
import { listPriceCards } from '../../db/records/price-cards';
import { namingOf } from './naming';

const channelIds = Object.keys(channels) as [Channel, ...Channel[]];

export const PriceQuery = z.object({
  /** A model or a part of its name. */
  model: z.string().trim().min(1).max(200).optional(),
  channel: z.enum(channelIds).optional(),
  tier: z.enum(serviceTiers).optional(),
  /** Prices valid on this day; otherwise those of every day. */
  day: z.iso.date().optional(),
  own: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(500),
});

export interface PriceRowOut extends RateCard {
  /** Of an own price, to withdraw it by; null for one of the list. */
  id: number | null;
  note: string;
  setBy: string | null;
  setAt: string | null;
}

/** Own prices, the newest first, then those of the list; `total` counts what `limit` leaves out too. */
export async function listPrices(actor: Actor, input: z.input<typeof PriceQuery> = {}): Promise<{ prices: PriceRowOut[]; total: number }> {
  requirePermission(actor, 'costs:read');
  const { limit, ...query } = PriceQuery.parse(input);
  const own = (await listPriceCards(actor.organizationId)).reverse();
  const rows: PriceRowOut[] = [
    ...own.map(({ card, id, note, createdByName, createdAt }) => ({
      ...card,
      id,
      note,
      setBy: createdByName,
      setAt: createdAt.toISOString(),
    })),
    ...publicPrices().map((card) => ({ ...card, id: null, note: '', setBy: null, setAt: null })),
  ].filter((row) => isAsked(row, query));
  return { prices: rows.slice(0, limit), total: rows.length };
}

function isAsked(row: RateCard, { model, channel, tier, day, own }: Omit<z.output<typeof PriceQuery>, 'limit'>): boolean {
  if (channel !== undefined && row.channel !== channel) return false;
  if (tier !== undefined && row.tier !== tier) return false;
  if (own !== undefined && row.isOwn !== (own === 'true')) return false;
  if (day !== undefined && ((row.validFrom !== null && day < row.validFrom) || (row.validTo !== null && day >= row.validTo))) return false;
  return model === undefined || row.model.includes(model.toLowerCase()) || row.model === namingOf(model).model;
}
