import { Panel } from '@/components/ui/panel';
import { formatPercent, moneyText } from '@/lib/core/money/format';
import type { AgreementDetail } from '@/lib/services/agreements/list-agreements';

/** What was agreed: money terms, rights that are no money, and every version of both. */
export function TermsPanels({ detail }: { detail: AgreementDetail }) {
  const { agreement: a, versions } = detail;
  const rows: [string, string][] = [['Counterparty', a.counterparty ?? '–']];
  if (a.kind === 'revenue_share') {
    for (const t of a.terms) rows.push([`Rate from ${t.from}`, formatPercent(t.rate, { digits: 2 })]);
    rows.push(['Total cap', a.cap === null ? 'not agreed yet' : moneyText(a.cap, a.currency)]);
    if (a.capPerYear !== null) rows.push([`Cap of each ${a.capYear} year`, moneyText(a.capPerYear, a.currency)]);
    rows.push(['Accrued before the start', moneyText(a.prior, a.currency)]);
    rows.push(['Mode', a.mode === 'net' ? 'net: a refund after the cap reopens headroom' : 'ratchet: what is accrued stays accrued']);
    rows.push(
      ['Settlement', a.settlement === 'month' ? 'each month' : 'each quarter'],
      ['Rounding', a.rounding],
      ['Final claim', a.finalClaim ?? 'none'],
    );
  }
  if (a.kind !== 'term')
    rows.push([
      'Base',
      a.base === null
        ? 'not named yet'
        : 'series' in a.base
          ? `series ${a.base.series}`
          : `${a.base.filter.join(', ') || 'everything'}, ${a.base.measure}`,
    ]);
  if (a.kind === 'term') {
    rows.push(['Exclusive', a.exclusive === null ? 'not said' : a.exclusive ? 'yes' : 'no']);
    rows.push(
      ['Notice', a.noticeDays === null ? '–' : `${a.noticeDays} days`],
      ['Renewal', a.renewalMonths === null ? '–' : `${a.renewalMonths} months`],
    );
  }
  return (
    <div className="grid gap-x-8 desk:grid-cols-2">
      <Panel title="Terms">
        <Pairs rows={rows} />
      </Panel>
      {(a.rights.length > 0 || a.milestones.length > 0) && (
        <Panel title="Rights and milestones" note="They change no figure.">
          <Pairs
            rows={[
              ...a.rights.map((r): [string, string] => [r.name, `${r.text}${r.until ? ` Until ${r.until}.` : ''}`]),
              ...a.milestones.map((m): [string, string] => [
                m.name,
                m.date === null
                  ? 'not computable: a note'
                  : `${m.date}${m.remindDays.length ? `, reminder ${m.remindDays.join(' and ')} days before` : ''}`,
              ]),
            ]}
          />
        </Panel>
      )}
      <Panel title="Versions" className="desk:col-span-2">
        <Pairs
          rows={versions.map((v) => [`Version ${v.version}`, `${v.changedByName}, ${v.changedAt.slice(0, 16).replace('T', ' ')} UTC`])}
        />
      </Panel>
    </div>
  );
}

const Pairs = ({ rows }: { rows: readonly (readonly [string, string])[] }) => (
  <dl className="text-13">
    {rows.map(([word, value]) => (
      <div key={word} className="grid grid-cols-[11rem_1fr] gap-4 border-line border-b py-1.5">
        <dt className="text-ink-2">{word}</dt>
        <dd className="min-w-0 break-words">{value}</dd>
      </div>
    ))}
  </dl>
);
