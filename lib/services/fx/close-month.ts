import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { type MonthRate, rateBook, rateDays } from '../../core/fx/rate';
import { addMonths, type Day, monthInFull } from '../../core/time/days';
import { recordLedgerAudit } from '../../db/records/audit';
import {
  billingCurrencies,
  type CloseRow,
  deleteClose,
  insertClose,
  listCloses as list,
  listRates,
  lockCurrencies,
  reportingCurrencyOf,
} from '../../db/records/fx';
import { inTransaction } from '../../db/sql';
import { aMonth } from './agree-rate';

const MonthInput = z.strictObject({ month: aMonth });

/** The months that are closed, newest first. Needs `costs:read`. */
export async function listCloses(actor: Actor): Promise<CloseRow[]> {
  requirePermission(actor, 'costs:read');
  return list(actor.organizationId);
}

/**
 * Closes a month with the rates that are known now, for every currency it may be told in. Rates that come later do not change it, and a currency
 * that has none now stays apart in it. Needs `currencies:write`.
 */
export async function closeMonth(actor: Actor, input: unknown, today: Day): Promise<CloseRow> {
  requirePermission(actor, 'currencies:write');
  const month: Day = `${MonthInput.parse(input).month}-01`;
  const organization = actor.organizationId;
  const end = addMonths(month, 1);
  if (today < end) throw new AppError('conflict', `${monthInFull(month)} is not over. It can be closed from ${end} on.`);
  return inTransaction(organization, async (client) => {
    await lockCurrencies(client, organization);
    const closed = (await list(organization)).find((c) => c.month === month);
    if (closed) throw new AppError('conflict', `${monthInFull(month)} is closed already, by ${closed.closedByName}.`);
    const rates = await listRates(organization, rateDays(month, end));
    const [billing, reporting] = await Promise.all([billingCurrencies(organization), reportingCurrencyOf(organization)]);
    const known = [...new Set([...rates.flatMap((r) => [r.base, r.quote]), ...billing, ...(reporting ? [reporting] : [])])];
    const book = rateBook(rates);
    const quotes = new Map(
      known
        .map((quote): [string, MonthRate[]] => [
          quote,
          known.flatMap((base) => (base === quote ? [] : (book.monthRate(base, quote, month) ?? []))),
        ])
        .filter(([, found]) => found.length > 0),
    );
    if (quotes.size === 0) throw new AppError('conflict', `No rate is known for ${monthInFull(month)}. Import rates before it is closed.`);
    await insertClose(client, organization, { month, quotes, by: actor.name });
    const told = reporting ? (quotes.get(reporting) ?? []).filter((r) => billing.includes(r.base)) : [];
    await recordLedgerAudit(client, actor, {
      action: 'fx.month-closed',
      subject: monthInFull(month),
      details: {
        currencies: quotes.size,
        ...Object.fromEntries(told.map((r) => [r.base, `${r.rate} ${r.quote} (${r.source}, ${r.day})`])),
      },
    });
    return { month, closedByName: actor.name, closedAt: new Date().toISOString() };
  });
}

/** Opens a closed month: it is told with the rates of now again. Needs `currencies:write`. */
export async function reopenMonth(actor: Actor, input: string): Promise<void> {
  requirePermission(actor, 'currencies:write');
  const month: Day = `${aMonth.parse(input)}-01`;
  const organization = actor.organizationId;
  await inTransaction(organization, async (client) => {
    await lockCurrencies(client, organization);
    const { rowCount } = await deleteClose(client, organization, month);
    if (!rowCount) throw new AppError('not_found', `${monthInFull(month)} is not closed.`);
    await recordLedgerAudit(client, actor, { action: 'fx.month-reopened', subject: monthInFull(month) });
  });
}
