'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { putRules, savedWords } from '@/lib/client/allocation';
import { editionOfDimension } from '@/lib/core/allocation/editions';
import type { AllocationDimension, AllocationRule } from '@/lib/core/allocation/types';
import type { RuleFigure } from '@/lib/services/allocation/showback';
import type { TagKeyCost } from '@/lib/services/allocation/tag-keys';
import { Allocating } from './allocating';
import { ruleUseQuery } from './queries';
import { RuleDialog } from './rule-dialog';
import { emptyRule } from './rule-draft';
import { RuleRow } from './rule-row';
import { StartFromTags } from './start-from-tags';
import { useSave } from './use-save';
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
  /** Of the rules as they are shown. */
  edition: string;
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
export function RuleList({ dimension, authors, figures, tagKeys, values, currency, view, version, edition, mayWrite }: RuleListProps) {
  const { rules } = dimension;
  const named = mayWrite ? rules.find((r) => view.rule !== null && r.id === view.rule) : undefined;
  const [edited, setEdited] = useState<AllocationRule | null>(named ?? null);
  const list = useRef<HTMLOListElement>(null);
  const follow = useRef<number | null>(null);
  const { save: keep, busy } = useSave();
  const say = useNotice();
  const { data: use } = useQuery({ ...ruleUseQuery(view, dimension.key, version), enabled: rules.length > 0 });
  // a row that moved keeps the focus, so that it can be moved on
  useEffect(() => {
    if (follow.current === null || !rules.some((r) => r.id === follow.current)) return;
    list.current?.querySelector<HTMLElement>(`[data-rule="${follow.current}"] [data-focus]`)?.focus();
  }, [rules]);
  /** The address names the rule that is open, so that a link shows it to a colleague. */
  const open = (next: AllocationRule | null) => {
    setEdited(next);
    window.history.replaceState(null, '', allocationHref({ ...view, tab: 'rules', rule: next?.id ?? null }));
  };
  const save = (next: readonly AllocationRule[], { base = edition, before }: { base?: string; before?: readonly AllocationRule[] } = {}) =>
    keep(
      () => putRules(dimension, next, base),
      (saved) => {
        const undo = () => before && attempt(before, { base: editionOfDimension(saved.editions, dimension.key) });
        say(savedWords(saved), before && { action: { label: 'Undo', run: undo } });
        open(null);
      },
    );
  const attempt = (...asked: Parameters<typeof save>) => void save(...asked).catch((e: Error) => say(e.message, { tone: 'over' }));
  const remove = (at: number) =>
    attempt(
      rules.filter((_, n) => n !== at),
      { before: rules },
    );
  const move = (from: number, to: number) => {
    if (busy || to < 0 || to >= rules.length) return;
    follow.current = rules[from]?.id ?? null;
    attempt(moved(rules, from, to));
  };
  const add = () => open(emptyRule());
  /** A new one comes last, and so does one that somebody else deleted meanwhile. */
  const placeOf = ({ id }: AllocationRule) => {
    const at = id === undefined ? -1 : rules.findIndex((r) => r.id === id);
    return at < 0 ? rules.length : at;
  };
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
              onChange={() => open(r)}
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
          at={placeOf(edited)}
          initial={edited}
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
