'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { putRules, savedWords } from '@/lib/client/allocation';
import type { AllocationDimension, AllocationRule } from '@/lib/core/allocation/types';
import type { RuleFigure } from '@/lib/services/allocation/showback';
import type { TagKeyCost } from '@/lib/services/allocation/tag-keys';
import { Allocating } from './allocating';
import { ruleUseQuery } from './queries';
import { RuleDialog } from './rule-dialog';
import { emptyRule } from './rule-draft';
import { RuleRow } from './rule-row';
import { StartFromTags } from './start-from-tags';
import { type AllocationView, allocationHref } from './view';

interface RuleListProps {
  dimension: AllocationDimension;
  authors: Readonly<Record<number, { name: string; at: string }>>;
  figures: readonly RuleFigure[];
  tagKeys: readonly TagKeyCost[];
  values: readonly string[];
  currency: string;
  view: AllocationView;
  /** Changes whenever any allocation does: what was asked before is stale then. */
  version: string;
  mayWrite: boolean;
}

/** What a rule takes in the chosen currency, else in all others: a rule that only takes euros is not one that takes nothing. */
const figuresOf = (figures: readonly RuleFigure[], rule: number | undefined, currency: string): RuleFigure[] => {
  const own = figures.filter((f) => f.rule === rule);
  const chosen = own.filter((f) => f.currency === currency);
  return chosen.length > 0 ? chosen : own;
};

const moved = <T,>(list: readonly T[], from: number, to: number): T[] => {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
};

/** Every change is saved at once and allocates the past anew. Alt and the arrows move the rule that has the focus. */
export function RuleList({ dimension, authors, figures, tagKeys, values, currency, view, version, mayWrite }: RuleListProps) {
  const { rules } = dimension;
  const asked = rules.findIndex((r) => view.rule !== null && r.id === view.rule);
  const named = mayWrite ? rules[asked] : undefined;
  const [edited, setEdited] = useState<{ at: number; rule: AllocationRule } | null>(named ? { at: asked, rule: named } : null);
  const [busy, setBusy] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const follow = useRef<number | null>(null);
  const router = useRouter();
  const say = useNotice();
  const { data: use } = useQuery({ ...ruleUseQuery(view, dimension.key, version), enabled: rules.length > 0 });
  // a row that moved keeps the focus, so that it can be moved on
  useEffect(() => {
    if (follow.current === null || !rules.some((r) => r.id === follow.current)) return;
    list.current?.querySelector<HTMLElement>(`[data-rule="${follow.current}"] [data-focus]`)?.focus();
  }, [rules]);
  /** The address names the rule that is open, so that a link shows it to a colleague. */
  const open = (next: { at: number; rule: AllocationRule } | null) => {
    setEdited(next);
    const href = allocationHref({ ...view, tab: 'rules', rule: next?.rule.id ?? null });
    window.history.replaceState(null, '', href);
  };
  const save = async (next: readonly AllocationRule[], options?: Parameters<typeof say>[1]) => {
    setBusy(true);
    try {
      say(savedWords(await putRules(dimension, next)), options);
      open(null);
      router.refresh();
    } finally {
      setBusy(false);
    }
  };
  const attempt = (...asked: Parameters<typeof save>) => void save(...asked).catch((e: Error) => say(e.message, { tone: 'over' }));
  const remove = (at: number) => {
    const undo = { action: { label: 'Undo', run: () => attempt(rules) } };
    attempt(
      rules.filter((_, n) => n !== at),
      undo,
    );
  };
  const move = (from: number, to: number) => {
    if (busy || to < 0 || to >= rules.length) return;
    follow.current = rules[from]?.id ?? null;
    attempt(moved(rules, from, to));
  };
  const add = (rule: AllocationRule = emptyRule()) => open({ at: rules.length, rule });
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
          {rules.map((r, i) => (
            <RuleRow
              key={r.id}
              rule={r}
              at={i}
              of={rules.length}
              author={authors[r.id ?? 0]}
              figures={figuresOf(figures, r.id, currency)}
              currency={currency}
              use={use?.rules.find((u) => u.rule === r.id)}
              placeOf={(id) => rules.findIndex((x) => x.id === id) + 1}
              mayWrite={mayWrite}
              busy={busy}
              onMove={(to) => move(i, to)}
              onChange={() => open({ at: i, rule: r })}
              onDelete={() => remove(i)}
            />
          ))}
        </ol>
      )}
      {mayWrite && rules.length > 0 && (
        <span className="flex flex-wrap items-center gap-3">
          <Button tone="primary" onClick={() => add()} disabled={busy}>
            Add a rule
          </Button>
          {busy && edited === null ? (
            <Allocating />
          ) : (
            <span className="text-12 text-ink-3 max-sm:hidden">n adds a rule; Alt and an arrow move the one that has the focus.</span>
          )}
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
          basis={view.basis}
          onClose={() => open(null)}
          onSave={(next) => save(next)}
        />
      )}
    </>
  );
}
