import { Change } from '@/components/figures/change';
import { Money } from '@/components/figures/money';
import { monthText } from '@/components/figures/rates-used';
import type { MonthEffect } from '@/lib/core/fx/view';

/** What a change of rates does to the totals of months, before it is saved. */
export function Effects({ effects }: { effects: readonly MonthEffect[] }) {
  if (effects.length === 0) return <p className="text-13 text-ink-2">No month’s total changes.</p>;
  return (
    <div className="max-h-64 overflow-y-auto">
      <table className="w-full text-13">
        <caption className="sr-only">Months whose total changes</caption>
        <thead className="text-12 text-ink-3">
          <tr>
            <th scope="col" className="pr-4 text-left font-normal">
              Month
            </th>
            <th scope="col" className="pr-4 text-right font-normal">
              Now
            </th>
            <th scope="col" className="text-right font-normal">
              Then
            </th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {effects.map((e) => (
            <tr key={e.month} className="border-line border-t align-top">
              <td className="py-1 pr-4">
                {monthText(e.month)}
                {e.nowConverted.length > 0 && <span className="block text-12 text-ink-2">now with {e.nowConverted.join(', ')}</span>}
                {e.stillApart.length > 0 && <span className="block text-12 text-ink-2">{e.stillApart.join(', ')} without a rate</span>}
              </td>
              <td className="py-1 pr-4 text-right">
                <Money amount={e.before} currency={e.currency} />
              </td>
              <td className="py-1 text-right">
                <Money amount={e.after} currency={e.currency} />
                <span className="block text-12 text-ink-2">
                  <Change now={e.after} before={e.before} currency={e.currency} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
