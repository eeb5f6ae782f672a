'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { Select } from '@/components/ui/select';
import { api } from '@/lib/client/api';
import type { AllocationRule } from '@/lib/core/allocation/types';
import type { AllocationPreview, RuleMatch } from '@/lib/services/allocation/preview';
import { count, isNothing } from './figures';

const pauseMs = 350;
const mostMoves = 12;

interface RulePreviewProps {
  dimension: string;
  rules: readonly AllocationRule[];
  rule: number;
  basis: 'effective' | 'billed';
  isReady: boolean;
}

/** What would change, from whom to whom and how much, asked anew whenever typing pauses. Saving does just this. */
export function RulePreview({ dimension, rules, rule, basis, isReady }: RulePreviewProps) {
  const [days, setDays] = useState<'30' | '90'>('30');
  // what is half written is no question: it would be refused, and the refusal shown, for as long as the pause takes
  const question = usePaused(isReady ? JSON.stringify({ dimension, rules, rule, basis, days: Number(days) }) : '');
  const { data, error, isFetching } = useQuery({
    queryKey: ['allocation-preview', question],
    queryFn: () => api<AllocationPreview>('/api/v1/allocation/preview', { method: 'POST', body: JSON.parse(question) }),
    enabled: isReady && question !== '',
    retry: false,
    placeholderData: (before) => before,
  });
  return (
    <section className="mt-5 grid gap-2 border-line border-t pt-4 text-13" aria-label="Preview">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-14">What it would move</h3>
        <Select
          dense
          aria-label="Days to look back"
          value={days}
          options={[
            { value: '30', label: 'Last 30 days' },
            { value: '90', label: 'Last 90 days' },
          ]}
          onChange={setDays}
        />
      </header>
      <div aria-live="polite" className={isFetching && data ? 'grid gap-2 opacity-60' : 'grid gap-2'}>
        {!isReady ? (
          <p className="text-ink-2">Fill in the conditions and the name, and what would change stands here.</p>
        ) : error ? (
          <p className="text-over">{error.message}</p>
        ) : data ? (
          <Moves preview={data} />
        ) : (
          <p className="text-ink-2">Looking …</p>
        )}
      </div>
    </section>
  );
}

const Amounts = ({ match }: { match: RuleMatch }) => (
  <>
    {match.amounts.map((a, i) => (
      <span key={a.currency}>
        {i > 0 && ' + '}
        <Money amount={a.amount} currency={a.currency} />
      </span>
    ))}
  </>
);

function Moves({ preview: p }: { preview: AllocationPreview }) {
  const nameOf = (value: string | null) => (value === null ? <span className="text-ink-2">nobody</span> : <Name>{value}</Name>);
  return (
    <>
      {p.match && (
        <p>
          Takes <strong className="font-strong">{count(p.match.charges)}</strong> charges of {count(p.match.profiles)} kinds
          {p.match.amounts.length > 0 && (
            <>
              , <Amounts match={p.match} />
            </>
          )}
          , from {p.from} to before {p.to}.
          {p.taken && p.taken.charges > 0 && (
            <>
              {' '}
              {count(p.taken.charges)} more fit (<Amounts match={p.taken} />) and are taken by a rule above.
            </>
          )}
        </p>
      )}
      {p.moved.length === 0 ? (
        <p className="text-ink-2">No money changes its owner.</p>
      ) : (
        <ul className="grid" aria-label="Money moved">
          {p.moved.slice(0, mostMoves).map((m) => (
            <li
              key={JSON.stringify([m.from, m.to, m.currency])}
              className="flex items-baseline justify-between gap-3 border-line border-b py-1"
            >
              <span className="min-w-0 break-words">
                {nameOf(m.from)} → {nameOf(m.to)}
              </span>
              <Money amount={m.amount} currency={m.currency} />
            </li>
          ))}
          {p.moved.length > mostMoves && <li className="py-1 text-12 text-ink-3">and {count(p.moved.length - mostMoves)} smaller moves</li>}
        </ul>
      )}
      {p.unallocated
        .filter((u) => !isNothing(u.before) || !isNothing(u.after))
        .map((u) => (
          <p key={u.currency} className="text-ink-2">
            Unallocated: <Money amount={u.before} currency={u.currency} /> → <Money amount={u.after} currency={u.currency} />
          </p>
        ))}
    </>
  );
}

/** The newest text, once nothing was typed for a moment. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
