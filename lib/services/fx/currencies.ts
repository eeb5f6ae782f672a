import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { CONTRACT, type FxRate, isCurrencyCode, type MonthRate, rateDays } from '../../core/fx/rate';
import type { CurrencySettings } from '../../core/fx/view';
import { isCurrency } from '../../core/money/currency';
import { addMonths, type Day } from '../../core/time/days';
import { recordLedgerAudit } from '../../db/records/audit';
import {
  billingCurrencies,
  closedMonths,
  costByMonth,
  listRates as list,
  listCloses,
  lockCurrencies,
  newestRates,
  rateCoverage,
  ratedCurrencies,
  reportingCurrencyOf,
  setReportingCurrency,
} from '../../db/records/fx';
import { inTransaction } from '../../db/sql';
import { aMonth, currencyCode, currencyToldIn } from './agree-rate';
import { conversionOf, currencyOf, ratesOf } from './conversion-of';

/** What Settings shows: every month of the ledger with what its currencies are converted with. Needs `costs:read`. */
export async function getCurrencies(actor: Actor, today: Day): Promise<CurrencySettings> {
  requirePermission(actor, 'costs:read');
  const organization = actor.organizationId;
  const [reporting, billing, coverage, rated, sums, closes] = await Promise.all([
    reportingCurrencyOf(organization),
    billingCurrencies(organization),
    rateCoverage(organization),
    ratedCurrencies(organization),
    costByMonth(organization),
    listCloses(organization),
  ]);
  const months = [...new Set(sums.map((s) => s.month))].sort().reverse();
  const [first, last] = [months.at(-1), months[0]];
  const published =
    first && last
      ? await list(organization, { ...rateDays(first, addMonths(last, 1)), currencies: [...billing, reporting ?? '', 'EUR'] })
      : [];
  const rates: MonthRate[] =
    reporting === null
      ? []
      : ratesOf(reporting, {
          bases: billing.filter((c) => c !== reporting),
          months,
          published,
          closed: await closedMonths(organization, reporting),
        });
  return {
    reporting,
    billing,
    known: [...new Set([...billing.filter(isCurrencyCode), ...rated, ...(reporting ? [reporting] : [])])].sort(),
    rates: coverage,
    contracts: published.filter((r) => r.source === CONTRACT).map(({ base, quote, day, rate }) => ({ base, quote, month: day, rate })),
    months: months.map((month) => {
      const close = closes.find((c) => c.month === month);
      return {
        month,
        over: addMonths(month, 1) <= today,
        closed: close ? { by: close.closedByName, at: close.closedAt } : null,
        pairs: sums
          .filter((s) => s.month === month && s.currency !== reporting)
          .map(({ currency, amount }) => ({ currency, amount, rate: rates.find((r) => r.month === month && r.base === currency) ?? null })),
      };
    }),
  };
}

const ReportingInput = z.strictObject({ currency: currencyToldIn.nullable() });

/** Says what all views are told in unless they ask for something else; null keeps currencies apart. Needs `currencies:write`. */
export async function changeReportingCurrency(actor: Actor, input: unknown): Promise<{ currency: string | null }> {
  requirePermission(actor, 'currencies:write');
  const { currency } = ReportingInput.parse(input);
  const organization = actor.organizationId;
  return inTransaction(organization, async (client) => {
    await lockCurrencies(client, organization);
    const before = await reportingCurrencyOf(organization);
    if (before === currency) return { currency };
    await setReportingCurrency(client, organization, currency);
    await recordLedgerAudit(client, actor, {
      action: 'fx.reporting-changed',
      subject: currency ?? 'each as billed',
      details: { before: before ?? 'each as billed', after: currency ?? 'each as billed' },
    });
    return { currency };
  });
}

/** What a view can be told in, and what it is told in unless it says otherwise. Needs `costs:read`. */
export async function currencyChoices(actor: Actor): Promise<{ reporting: string | null; choices: string[] }> {
  requirePermission(actor, 'costs:read');
  const [reporting, billing, rated] = await Promise.all([
    reportingCurrencyOf(actor.organizationId),
    billingCurrencies(actor.organizationId),
    ratedCurrencies(actor.organizationId),
  ]);
  const known = [...(reporting ? [reporting] : []), ...billing, ...rated].filter(isCurrency); // an address takes no other
  return { reporting, choices: rated.length > 0 ? [...new Set(known)] : [] };
}

export const RatesQuery = z
  .object({
    from: z.iso.date({ error: 'is no day like 2026-10-01' }).optional(),
    to: z.iso.date({ error: 'is no day like 2026-11-01' }).optional(),
    base: currencyCode.optional(),
    quote: currencyCode.optional(),
    limit: z.coerce.number().int().min(1).max(100_000).default(10_000),
  })
  .refine(({ from, to }) => !from || !to || from < to, { path: ['to'], error: 'comes after from.' });

/** The rates there are, the newest first and no more than `limit`, as they were published or agreed. Needs `costs:read`. */
export async function listRates(actor: Actor, asked: z.input<typeof RatesQuery>): Promise<FxRate[]> {
  requirePermission(actor, 'costs:read');
  const { from = '1970-01-01', to = '2200-01-01', base = null, quote = null, limit } = RatesQuery.parse(asked);
  return newestRates(actor.organizationId, { from, to, base, quote, limit });
}

export const MonthRatesQuery = z.object({ month: aMonth, to: currencyToldIn.optional() });

/** What the charges of a month are converted with. Needs `costs:read`. */
export async function monthRates(actor: Actor, asked: z.input<typeof MonthRatesQuery>): Promise<{ to: string | null; rates: MonthRate[] }> {
  requirePermission(actor, 'costs:read');
  const { month, to } = MonthRatesQuery.parse(asked);
  const currency = await currencyOf(actor.organizationId, to ?? null);
  if (currency === null) return { to: null, rates: [] };
  const { rates } = await conversionOf(actor.organizationId, currency, [{ from: `${month}-01`, to: addMonths(`${month}-01`, 1) }]);
  return { to: currency, rates: [...rates] };
}
