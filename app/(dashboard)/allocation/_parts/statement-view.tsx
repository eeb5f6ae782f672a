import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { shareWords } from '@/lib/core/allocation/share-words';
import type { StatementLine } from '@/lib/core/allocation/statement';
import { isNothing, percentOf } from './figures';

interface Entry {
  key: string;
  what: string;
  how: string;
  amount: string;
}

const entriesOf = (l: StatementLine): Entry[] =>
  [
    { key: 'direct', what: 'Direct', how: 'what its own charges cost', amount: l.direct },
    { key: 'credits', what: 'Credits', how: 'of the providers', amount: l.credits },
    ...l.shared.map((s, i) => ({
      key: `share ${i}`,
      what: s.pool,
      how: `${percentOf(s.ratio, '1')} of it, ${shareWords(s)}`,
      amount: s.amount,
    })),
    { key: 'passed', what: 'Passed on', how: 'carried by others', amount: l.passedOn },
    ...l.adjustments.map((a) => ({
      key: `true-up ${a.month}`,
      what: 'True-up',
      how: `of ${a.month}, which was closed before`,
      amount: a.amount,
    })),
  ].filter((e) => !isNothing(e.amount));

/** One statement, line by line: what it adds up from, and how shared parts were split. For the screen and for paper. */
export function StatementView({ lines }: { lines: readonly StatementLine[] }) {
  return (
    <div className="grid gap-6">
      {lines.map((l) => (
        <table key={JSON.stringify([l.target, l.currency])} className="w-full max-w-3xl break-inside-avoid border-collapse text-13">
          <caption className="pb-1 text-left">
            <strong className="font-strong">{l.target === null ? 'Unallocated' : <Name>{l.target}</Name>}</strong>
            {l.path?.length ? <span className="text-ink-2">, {l.path.join(' / ')}</span> : null}
            <span className="text-ink-2">, {l.currency}</span>
          </caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">What</th>
              <th scope="col">Amount</th>
            </tr>
          </thead>
          <tbody>
            {entriesOf(l).map((e) => (
              <tr key={e.key} className="border-line border-t">
                <td className="py-1 pr-4">
                  {e.what} <span className="text-ink-2">{e.how}</span>
                </td>
                <td className="py-1 text-right">
                  <Money amount={e.amount} currency={l.currency} hideCurrency />
                </td>
              </tr>
            ))}
            <tr className="border-ink border-t font-strong">
              <td className="py-1 pr-4">Total</td>
              <td className="py-1 text-right">
                <Money amount={l.total} currency={l.currency} />
              </td>
            </tr>
          </tbody>
        </table>
      ))}
    </div>
  );
}
