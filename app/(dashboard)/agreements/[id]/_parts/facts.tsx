import type { ReactNode } from 'react';
import { Money } from '@/components/figures/money';
import type { TrancheForecast } from '@/lib/core/agreements/commitment';
import { formatPercent, moneyText } from '@/lib/core/money/format';
import type { AgreementDetail } from '@/lib/services/agreements/list-agreements';

/** The figures of an agreement that a CFO asks for first. */
export function Facts({ detail }: { detail: AgreementDetail }) {
  const { agreement: a, fullProjection: p, statement } = detail;
  const money = (amount: string | null | undefined) =>
    amount === null || amount === undefined ? '–' : <Money amount={amount} currency={a.currency} />;
  const facts: [string, ReactNode, string?][] = [];
  if (a.kind === 'revenue_share') {
    facts.push(
      ['Accrued', money(detail.used)],
      ['Cap', a.cap === null ? 'not agreed yet' : money(a.cap)],
      ['Headroom', money(detail.left)],
    );
    facts.push(['Liability to come', money(p?.liability), 'until the end or the cap, at the median']);
    facts.push(['Worst case', money(p?.worstCase ?? detail.left), 'the rest of the cap']);
    if (p?.probability !== null && p)
      facts.push([
        'Cap reached before the end',
        formatPercent(p.probability.toFixed(4)),
        p.median ? `${p.p10 ?? '–'} to ${p.p90 ?? 'later'}` : undefined,
      ]);
    if (p?.effectiveRate)
      facts.push(['Effective rate so far', formatPercent(p.effectiveRate, { digits: 2 }), 'a surcharge on each unit of revenue']);
    if ('capDate' in statement && statement.capDate)
      facts.push(['Cap reached on', statement.capDate, a.mode === 'net' ? 'a refund may reopen headroom' : 'for good']);
  } else if ('tranches' in statement) {
    const t = statement.tranches.find((x) => x.daysLeft > 0) ?? statement.tranches.at(-1);
    facts.push(['Committed', money(detail.limit)], ['Consumed', money(detail.used)], ['Still to spend', money(detail.left)]);
    if (t)
      facts.push(
        ['Even pace by now', money(t.ideal)],
        ['Expected at the end', money(t.forecast?.point), intervalOf(t.forecast, a.currency)],
        [
          'Projected shortfall',
          t.forecast && !/[1-9]/.test(t.forecast.shortfall) ? 'none' : money(t.forecast?.shortfall),
          t.forecast ? 'committed and expected not to be spent' : undefined,
        ],
        ['Needed each day', money(t.requiredPerDay), `${t.daysLeft} days left`],
        ['Pace', t.pace === null ? '–' : formatPercent(t.pace)],
      );
  } else if ('lots' in statement) {
    facts.push(
      ['Granted', money(statement.granted)],
      ['Drawn', money(statement.drawn)],
      ['Left', detail.state === 'used-up' ? 'used up' : money(statement.balance)],
      ['Expired unused', money(statement.expired)],
    );
    facts.push(['Not covered', money(statement.uncovered), statement.exhaustedOn ? `first on ${statement.exhaustedOn}` : undefined]);
  } else return null;
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-3 desk:grid-cols-4">
      {facts.map(([word, value, note]) => (
        <div key={word}>
          <dt className="text-12 text-ink-3">{word}</dt>
          <dd className="text-16 font-strong">{value}</dd>
          {note && <dd className="text-12 text-ink-3">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

const intervalOf = (forecast: TrancheForecast | null, currency: string): string | undefined =>
  forecast === null
    ? undefined
    : forecast.low === null || forecast.high === null
      ? 'too few days for an interval'
      : `${moneyText(forecast.low, currency)} to ${moneyText(forecast.high, currency)}`;
