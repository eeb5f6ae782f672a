import Big from 'big.js';
import clsx from 'clsx';
import Link from 'next/link';
import { Money } from '@/components/figures/money';
import { inSentence } from '@/lib/core/text/in-sentence';
import type { AllocationBar } from '@/lib/services/allocation/showback';
import { hasShares, isNothing, ownedWords, partsOf } from './figures';
import { type AllocationView, allocationHref } from './view';

/** How the period's cost found its owners. The parts are all of it, so that nothing is out of sight. */
export function Bar({
  bar,
  others,
  view,
  isBuiltIn,
}: {
  bar: AllocationBar;
  others: readonly AllocationBar[];
  view: AllocationView;
  isBuiltIn: boolean;
}) {
  const parts = (
    [
      { key: 'tagged', tab: 'rules', word: 'by tag', amount: bar.tagged, look: 'bg-accent-fill' },
      { key: 'rule', tab: 'rules', word: 'by rule', amount: bar.rule, look: 'bg-data-8' },
      { key: 'shared', tab: 'shared', word: 'shared', amount: bar.shared, look: 'bg-aws' },
      { key: 'unallocated', tab: 'unallocated', word: 'unallocated', amount: bar.unallocated, look: 'hatched text-others' },
    ] as const
  ).filter((p) => p.key === 'unallocated' || !isNothing(p.amount));
  return (
    <section aria-label="How the cost is allocated" className="grid gap-2 pb-5">
      <p className="text-14">
        <strong className="font-strong">{ownedWords(bar)}</strong> of <Money amount={bar.total} currency={bar.currency} /> {view.basis} cost
        has an owner
        {isBuiltIn && <span className="text-ink-2">: the team that its tags name, because there is no rule yet</span>}.
        {others.map((o) => (
          <span key={o.currency} className="text-ink-2">
            {' '}
            + <Money amount={o.total} currency={o.currency} />,{' '}
            <span className="whitespace-nowrap">{inSentence(ownedWords(o))} with an owner.</span>
          </span>
        ))}
      </p>
      {hasShares(bar) ? (
        <div className="flex h-3 max-w-4xl overflow-hidden rounded-1 border border-edge bg-surface-2" aria-hidden="true">
          {parts.map((p) => (
            <div key={p.key} className={p.look} style={{ width: `${new Big(p.amount).div(bar.total).times(100).toFixed(3)}%` }} />
          ))}
        </div>
      ) : (
        partsOf(bar).some((amount) => amount.startsWith('-')) && (
          <p className="text-12 text-ink-3">A part is below zero, so that there is no share of the whole and no bar.</p>
        )
      )}
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-12 text-ink-2">
        {parts.map((p) => (
          <li key={p.key} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={clsx('inline-block size-2.5 rounded-1', p.look)} />
            <Link
              href={allocationHref({ ...view, tab: p.tab })}
              className="underline decoration-line underline-offset-3 hover:text-ink hover:decoration-current"
            >
              <Money amount={p.amount} currency={bar.currency} className="text-ink" /> {p.word}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
