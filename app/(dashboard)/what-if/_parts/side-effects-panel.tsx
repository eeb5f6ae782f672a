import { Money } from '@/components/figures/money';
import { Panel } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import { unknownWords } from '@/lib/core/what-if/base-moves';
import type { SideEffect, SideEffects } from '@/lib/core/what-if/side-effects';

const words: Record<SideEffect['what'], string> = {
  shortfall: 'Shortfall of what was promised',
  'expired credit': 'Credit that expires unused',
  'credit left': 'Credit that is left to draw',
  share: 'Share that is owed',
};

/** What a scenario does to commitments, credits and shares, and what is left of its difference after that. */
export function SideEffectsPanel({ data: { effects, net, unknown } }: { data: SideEffects }) {
  if (effects.length === 0) return null;
  const money = (amount: string | null, e: SideEffect, form?: 'signed') =>
    amount === null ? <span className="text-ink-3">not known</span> : <Money amount={amount} currency={e.currency} form={form} />;
  return (
    <Panel
      title="Side effects"
      note="What moves at list price is taken off the bills that agreements count, or added to them. Estimates of their terms stay estimates."
    >
      <Table
        caption="Side effects on agreements"
        rows={effects}
        rowKey={(e) => [e.agreement, e.what, e.from, e.to, ...e.notes].join(' ')}
        empty="No agreement is touched."
        columns={[
          { key: 'agreement', header: 'Agreement', className: 'min-w-40', cell: (e) => <bdi>{e.agreement}</bdi> },
          {
            key: 'what',
            header: 'What changes',
            className: 'min-w-56',
            cell: (e) => (
              <>
                {words[e.what]}
                <span className="block text-12 text-ink-2">
                  {e.from} to {e.to ?? 'no end'}
                  {e.isExpected && ', expected at its end (est.)'}
                </span>
                {[...e.notes, ...e.unknown.map(unknownWords)].map((note) => (
                  <span key={note} className="block text-12 text-ink-2">
                    {note}
                  </span>
                ))}
              </>
            ),
          },
          { key: 'base', header: 'Its base (est.)', numeric: true, cell: (e) => money(e.baseChange, e, 'signed') },
          { key: 'before', header: 'As it was', numeric: true, cell: (e) => money(e.before, e) },
          { key: 'after', header: 'Scenario (est.)', numeric: true, cell: (e) => money(e.after, e) },
          { key: 'money', header: 'Adds', numeric: true, cell: (e) => money(e.money, e, 'signed') },
        ]}
      />
      <dl className="grid gap-x-6 gap-y-3 pt-4 desk:grid-cols-3">
        {net.map((n) => (
          <div key={n.currency}>
            <dt className="text-12 text-ink-3">Difference after side effects (est.)</dt>
            <dd className="pt-0.5 text-20 leading-8">
              <Money amount={n.net} currency={n.currency} form="signed" />
              <span className="block text-13 text-ink-2 leading-5">
                <Money amount={n.difference ?? '0'} currency={n.currency} form="signed" /> at list price,{' '}
                <Money amount={n.sideEffects} currency={n.currency} form="signed" /> of agreements
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {unknown > 0 && (
        <p className="pt-3 text-13 text-warn" role="status">
          What it does to {unknown === 1 ? 'one agreement' : `${unknown} agreements`} is not known in whole, and what is not known is in no
          sum.
        </p>
      )}
    </Panel>
  );
}
