'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Money } from '@/components/figures/money';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { putRules, savedWords } from '@/lib/client/allocation';
import { daysWords, resultWords, whenWords } from '@/lib/core/allocation/rule-words';
import type { AllocationDimension, AllocationRule } from '@/lib/core/allocation/types';
import type { RuleFigure } from '@/lib/services/allocation/showback';
import type { TagKeyCost } from '@/lib/services/allocation/tag-keys';
import { count } from './figures';
import { RuleDialog } from './rule-dialog';
import { emptyRule } from './rule-draft';
import { StartFromTags } from './start-from-tags';

interface RuleListProps {
  dimension: AllocationDimension;
  authors: Readonly<Record<number, { name: string; at: string }>>;
  figures: readonly RuleFigure[];
  tagKeys: readonly TagKeyCost[];
  values: readonly string[];
  currency: string;
  basis: 'effective' | 'billed';
  mayWrite: boolean;
}

const moved = <T,>(list: readonly T[], from: number, to: number): T[] => {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
};

/** Every change is saved at once and allocates the past anew. Alt and the arrows move the rule that has the focus. */
export function RuleList({ dimension, authors, figures, tagKeys, values, currency, basis, mayWrite }: RuleListProps) {
  const { rules } = dimension;
  const [edited, setEdited] = useState<{ at: number; rule: AllocationRule } | null>(null);
  const [busy, setBusy] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const follow = useRef<number | null>(null);
  const router = useRouter();
  const say = useNotice();
  // a row that moved keeps the focus, so that it can be moved on
  useEffect(() => {
    if (follow.current === null || !rules.some((r) => r.id === follow.current)) return;
    list.current?.querySelector<HTMLElement>(`[data-rule="${follow.current}"] [data-focus]`)?.focus();
  }, [rules]);
  const save = async (next: readonly AllocationRule[]) => {
    setBusy(true);
    try {
      say(savedWords(await putRules(dimension, next)));
      setEdited(null);
      router.refresh();
    } finally {
      setBusy(false);
    }
  };
  const attempt = (next: readonly AllocationRule[]) => void save(next).catch((e: Error) => say(e.message, { tone: 'over' }));
  const move = (from: number, to: number) => {
    if (busy || to < 0 || to >= rules.length) return;
    follow.current = rules[from]?.id ?? null;
    attempt(moved(rules, from, to));
  };
  const add = (rule: AllocationRule = emptyRule()) => setEdited({ at: rules.length, rule });
  const latest = useRef(move);
  useEffect(() => {
    latest.current = move;
  });
  const hasRules = rules.length > 0;
  useEffect(() => {
    const rows = hasRules && mayWrite ? list.current : null; // there is a list once there are rules
    const onKey = (e: KeyboardEvent) => {
      if (!e.altKey || (e.key !== 'ArrowUp' && e.key !== 'ArrowDown')) return;
      const row = (e.target as HTMLElement).closest('[data-rule]');
      const at = [...(rows?.children ?? [])].indexOf(row as Element);
      if (at < 0) return;
      e.preventDefault();
      latest.current(at, e.key === 'ArrowUp' ? at - 1 : at + 1);
    };
    rows?.addEventListener('keydown', onKey);
    return () => rows?.removeEventListener('keydown', onKey);
  }, [mayWrite, hasRules]);
  useShortcuts(mayWrite ? { n: () => add() } : {});
  return (
    <>
      {rules.length === 0 ? (
        <StartFromTags
          dimension={dimension}
          tagKeys={tagKeys}
          currency={currency}
          mayWrite={mayWrite}
          onStart={attempt}
          onWrite={add}
          busy={busy}
        />
      ) : (
        <ol ref={list} className="mb-4 grid border-line border-t text-13" aria-label="Rules" aria-busy={busy}>
          {rules.map((r, i) => {
            const figure = figures.find((f) => f.rule === r.id);
            const author = authors[r.id ?? 0];
            return (
              <li
                key={r.id}
                data-rule={r.id}
                className="grid grid-cols-[1.5rem_1fr] items-start gap-x-3 gap-y-1 border-line border-b py-2 desk:grid-cols-[1.5rem_1fr_auto_auto]"
              >
                <span className="text-ink-3 tabular-nums">{i + 1}</span>
                <span className="min-w-0 break-words">
                  <strong className="font-strong">{resultWords(r)}</strong> <span className="text-ink-2">where {whenWords(r)}</span>
                  {daysWords(r) && <span className="text-ink-2">, {daysWords(r)}</span>}
                  {author && (
                    <span className="block text-12 text-ink-3">
                      {r.name && `${r.name} · `}
                      {author.name}, {author.at.slice(0, 10)}
                    </span>
                  )}
                </span>
                <span className="col-start-2 text-12 text-ink-2 desk:col-start-3 desk:min-w-44 desk:text-right">
                  {figure ? (
                    <>
                      <Money amount={figure.amount} currency={figure.currency} className="text-13 text-ink" />
                      <span className="desk:block">
                        {' '}
                        {count(figure.charges)} charges, last {figure.latest}
                      </span>
                    </>
                  ) : (
                    <Badge tone="warn">matches nothing in this period</Badge>
                  )}
                </span>
                {mayWrite && (
                  <span className="col-start-2 flex flex-wrap gap-1 desk:col-start-4">
                    <Button
                      tone="quiet"
                      size="small"
                      disabled={busy || i === 0}
                      aria-label={`Ask rule ${i + 1} earlier`}
                      onClick={() => move(i, i - 1)}
                    >
                      Up
                    </Button>
                    <Button
                      tone="quiet"
                      size="small"
                      disabled={busy || i === rules.length - 1}
                      aria-label={`Ask rule ${i + 1} later`}
                      onClick={() => move(i, i + 1)}
                    >
                      Down
                    </Button>
                    <Button
                      data-focus
                      tone="quiet"
                      size="small"
                      aria-label={`Change rule ${i + 1}`}
                      onClick={() => setEdited({ at: i, rule: r })}
                    >
                      Change
                    </Button>
                    <Button
                      tone="quiet"
                      size="small"
                      disabled={busy}
                      aria-label={`Delete rule ${i + 1}`}
                      onClick={() => attempt(rules.filter((_, n) => n !== i))}
                    >
                      Delete
                    </Button>
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {mayWrite && rules.length > 0 && (
        <span className="flex flex-wrap items-center gap-3">
          <Button tone="primary" onClick={() => add()} disabled={busy}>
            Add a rule
          </Button>
          <span className="text-12 text-ink-3">n adds a rule; Alt and an arrow move the one that has the focus.</span>
        </span>
      )}
      {edited !== null && (
        <RuleDialog
          dimension={dimension}
          rules={rules}
          at={edited.at}
          initial={edited.rule}
          tagKeys={[...new Set(tagKeys.map((k) => k.key))]}
          values={values}
          basis={basis}
          onClose={() => setEdited(null)}
          onSave={save}
        />
      )}
    </>
  );
}
