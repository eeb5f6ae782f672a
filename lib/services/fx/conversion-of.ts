import type { Conversion } from '../../core/fx/conversion';
import { type FxRate, type MonthRate, rateBook, rateDays } from '../../core/fx/rate';
import { addMonths, type Day, monthStart } from '../../core/time/days';
import type { Range } from '../../core/time/period';
import { billingCurrencies, closedMonths, listRates, reportingCurrencyOf } from '../../db/records/fx';

/** `ccy=` of an address that keeps every currency as it was billed. */
const AS_BILLED = 'billing';

/** The currency a view is told in: what it asks for, else the organisation's. Null: each as it was billed. */
export async function currencyOf(organization: number, ccy: string | null): Promise<string | null> {
  if (ccy === AS_BILLED) return null;
  return ccy ?? reportingCurrencyOf(organization);
}

/** The rates for the charges of these ranges. Months that are closed keep theirs; what has no rate is not in it. */
export async function conversionOf(organization: number, to: string, ranges: readonly Range[]): Promise<Conversion> {
  const bases = (await billingCurrencies(organization)).filter((c) => c !== to);
  const months = [...new Set(ranges.flatMap(monthsOf))];
  if (bases.length === 0 || months.length === 0) return { to, rates: [] };
  const [closed, ...found] = await Promise.all([
    closedMonths(organization, to),
    ...ranges.map((r) => listRates(organization, { ...rateDays(r.from, r.to), currencies: [...bases, to, 'EUR'] })),
  ]);
  return { to, rates: ratesOf(to, { bases, months, published: unique(found.flat()), closed }) };
}

interface RateAsk {
  bases: readonly string[];
  months: readonly Day[];
  published: readonly FxRate[];
  closed: ReadonlyMap<Day, readonly MonthRate[]>;
}

/** What each currency is converted with in each month: a closed month keeps what it was closed with, and nothing else. */
export function ratesOf(to: string, { bases, months, published, closed }: RateAsk): MonthRate[] {
  const book = rateBook(published);
  return months.flatMap((month) => {
    const kept = closed.get(month);
    if (kept) return kept.filter((r) => bases.includes(r.base));
    return bases.flatMap((base) => book.monthRate(base, to, month) ?? []);
  });
}

/** Two ranges may share days. */
const unique = (rates: readonly FxRate[]): FxRate[] => [...new Map(rates.map((r) => [`${r.base} ${r.quote} ${r.day}`, r])).values()];

/** The first days of the months that a range touches. */
function monthsOf({ from, to }: Range): Day[] {
  const months: Day[] = [];
  for (let month = monthStart(from); month < to; month = addMonths(month, 1)) months.push(month);
  return months;
}
