import Big from 'big.js';
import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { daysOfUse, eventsOfDay, type StoredUse, setPrices, stateOf } from '../../db/loading/reprice';
import { recordAudit } from '../../db/records/audit';
import { priceUse } from '../events/price-event';
import { refreshUsage } from '../events/refresh-usage';
import { loadPriceBook } from './price-book';

/** What pricing past use again changes, for a model on a channel in one currency. Exact decimals as text. */
export interface Repriced {
  channel: string | null;
  model: string | null;
  currency: string;
  /** Of the events that had a price; null where none had one, which is not nothing. */
  before: string | null;
  after: string | null;
  /** Null where one of the two is not known. */
  difference: string | null;
  events: number;
  unpricedBefore: number;
  unpricedAfter: number;
}

const day = z.iso.date();

/**
 * Prices the events of `[from, to)` again with the prices of today's book, each by the price of its own day, and says what changes. Applied only when
 * asked, with an entry in the audit log. Needs `prices:write`. Throws `invalid` for what are no days.
 */
export async function repricePast(
  actor: Actor,
  { from, to, apply = false }: { from: string; to: string; apply?: boolean },
): Promise<{ applied: boolean; changed: number; rows: Repriced[] }> {
  requirePermission(actor, 'prices:write');
  if (!day.safeParse(from).success || !day.safeParse(to).success || from >= to)
    throw new AppError('invalid', 'from and to are days like 2026-10-01, to after from.');
  const book = await loadPriceBook(actor.organizationId);
  const sums = new Map<string, Repriced>();
  let changed = 0;
  for (const d of await daysOfUse(actor.organizationId, { from, to })) {
    const changes = (await eventsOfDay(actor.organizationId, d)).flatMap((use) => {
      const price = priceUse(use, book, d);
      const isSame =
        stateOf(price) === use.state &&
        (price.amount === null
          ? use.listCost === null
          : use.listCost !== null && new Big(price.amount).eq(use.listCost) && price.currency === use.listCurrency);
      if (isSame) return [];
      add(sums, use, price);
      return [{ key: use.key, price }];
    });
    changed += changes.length;
    if (apply) await setPrices(actor.organizationId, d, changes);
  }
  const rows = [...sums.values()].map((r) => ({
    ...r,
    difference: r.after === null || r.before === null ? null : new Big(r.after).minus(r.before).toFixed(),
  }));
  if (apply && changed) {
    await recordAudit(prisma(), actor, {
      action: 'usage.repriced',
      subject: `${from} to ${to}`,
      details: {
        events: changed,
        ...Object.fromEntries(
          rows
            .slice(0, 20)
            .map((r) => [`${r.model} on ${r.channel}, ${r.currency}`, `${r.before ?? NOT_PRICED} → ${r.after ?? NOT_PRICED}`]),
        ),
      },
    });
    await refreshUsage(actor.organizationId);
  }
  return {
    applied: apply && changed > 0,
    changed,
    rows: rows.sort((a, b) => moved(b).cmp(moved(a))),
  };
}

const NOT_PRICED = 'not priced';

const moved = (r: Repriced): Big => new Big(r.after ?? 0).minus(r.before ?? 0).abs();

function add(sums: Map<string, Repriced>, use: StoredUse, price: ReturnType<typeof priceUse>): void {
  const of = (currency: string): Repriced => {
    const key = `${use.channel}\0${use.model}\0${currency}`;
    const known = sums.get(key) ?? {
      ...{
        channel: use.channel,
        model: use.model,
        currency,
        before: null,
        after: null,
        difference: null,
        events: 0,
        unpricedBefore: 0,
        unpricedAfter: 0,
      },
    };
    sums.set(key, known);
    return known;
  };
  const currency = price.currency ?? use.listCurrency ?? 'USD';
  const row = of(currency);
  row.events++;
  if (use.state !== 2) row.unpricedBefore++;
  if (price.state !== 'priced') row.unpricedAfter++;
  if (price.amount !== null) row.after = new Big(row.after ?? 0).plus(price.amount).toFixed();
  if (use.listCost !== null) {
    const before = of(use.listCurrency ?? currency);
    before.before = new Big(before.before ?? 0).plus(use.listCost).toFixed();
  }
}
