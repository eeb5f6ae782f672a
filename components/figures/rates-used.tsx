import Link from 'next/link';
import type { Converted } from '@/lib/core/fx/conversion';
import { type MonthRate, rateSentence } from '@/lib/core/fx/rate';
import { monthName, shortDay } from '../charts/prepare/days';
import { Money } from './money';

/** What stands in another currency than all is told in, for no rate is known. */
export interface Apart {
  currency: string;
  amount: string;
}

/** "30 Oct 2026". */
const dayText = (day: string): string => `${shortDay(day)} ${day.slice(0, 4)}`;

/** "Oct 2026". */
export const monthText = (month: string): string => `${monthName(month)} ${month.slice(0, 4)}`;

/** "ECB, 30 Oct 2026"; what was agreed is of its month. */
export const originText = ({ source, day, month }: Pick<MonthRate, 'source' | 'day' | 'month'>): string =>
  source === 'contract' ? `contract for ${monthText(month)}` : `${source}, ${dayText(day)}`;

/** One line for a tooltip. */
const rateWords = (rate: MonthRate): string =>
  `${monthText(rate.month)}: ${rateSentence(rate)} (${originText(rate)}${rate.closed ? ', closed' : ''})`;

/** Rates in a tooltip; the panel has all. */
const IN_TOOLTIP = 6;

/** Beside a figure that was converted: with what. */
export function ConvertedMark({ conversion }: { conversion: Converted | null }) {
  if (!conversion || conversion.rates.length === 0) return null;
  const more = conversion.rates.length - IN_TOOLTIP;
  const words = [...conversion.rates.slice(0, IN_TOOLTIP).map(rateWords), ...(more > 0 ? [`and ${more} more below`] : [])];
  return (
    <abbr title={words.join('\n')} className="ml-1 cursor-help font-normal text-12 text-ink-3 no-underline">
      conv.
    </abbr>
  );
}

/** What all is told in, what could not be, and every rate that was used: its month, day and source. */
export function RatesUsed({ conversion, apart }: { conversion: Converted | null; apart: readonly Apart[] }) {
  if (!conversion || (conversion.rates.length === 0 && apart.length === 0)) return null;
  const { to, rates } = conversion;
  return (
    <section aria-label="Currency" className="grid gap-1.5 border-line border-t py-3 text-13 text-ink-2">
      {apart.length > 0 && (
        <ul aria-label="Without a rate" className="flex flex-wrap gap-x-6 gap-y-1">
          {apart.map((a) => (
            <li key={a.currency}>
              + <Money amount={a.amount} currency={a.currency} />, no rate
            </li>
          ))}
        </ul>
      )}
      {rates.length === 0 ? (
        <p>
          No rate to {to} is known for this period, so each currency stands as it was billed.{' '}
          <Link href="/settings/currencies" className="link print:hidden">
            Import rates
          </Link>
        </p>
      ) : (
        <details>
          <summary className="w-fit cursor-pointer rounded-1 hover:text-ink">
            Told in {to} with {rates.length === 1 ? 'one rate' : `${rates.length} rates`}: that of each charge’s month
          </summary>
          <table className="mt-2 text-12">
            <caption className="sr-only">Rates used</caption>
            <thead className="text-left text-ink-3">
              <tr>
                {['Month', 'Rate', 'Published', ''].map((head) => (
                  <th key={head} scope="col" className="pr-6 pb-1 font-normal">
                    {head || <span className="sr-only">State</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="tabular-nums">
              {rates.map((r) => (
                <tr key={`${r.base} ${r.month}`}>
                  <td className="pr-6">{monthText(r.month)}</td>
                  <td className="pr-6" title={`1 ${r.base} = ${r.rate} ${r.quote}`}>
                    {rateSentence(r)}
                  </td>
                  <td className="pr-6" title={r.legs.length > 1 ? legsWords(r) : undefined}>
                    {originText(r)}
                    {r.legs.length > 1 && `, by ${crossing(r)}`}
                  </td>
                  <td>{r.closed && 'closed'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}

const crossing = ({ legs, base, quote }: MonthRate): string =>
  legs.flatMap((l) => [l.base, l.quote]).find((c) => c !== base && c !== quote) ?? '';

const legsWords = ({ legs }: MonthRate): string =>
  legs.map((l) => `1 ${l.base} = ${l.rate} ${l.quote} (${l.source}, ${dayText(l.day)})`).join('\n');
