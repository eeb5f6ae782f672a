'use client';

import { Money } from '@/components/figures/money';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { daysWords, resultWords, whenWords } from '@/lib/core/allocation/rule-words';
import type { AllocationRule } from '@/lib/core/allocation/types';
import type { RuleUse } from '@/lib/services/allocation/rule-use';
import type { RuleFigure } from '@/lib/services/allocation/showback';
import { count } from './figures';
import { stateWords, takenIn, takenWords } from './rule-use-words';

interface RuleRowProps {
  rule: AllocationRule;
  /** Its place, beginning with 0, and how many there are. */
  at: number;
  of: number;
  author: { name: string; at: string } | undefined;
  /** What it takes of the period in the chosen currency, else in all others. */
  figures: readonly RuleFigure[];
  /** The chosen one. */
  currency: string;
  /** Asked for after the page: undefined until it is known. */
  use: RuleUse | undefined;
  /** Places of all rules by their number. */
  placeOf: (id: number) => number;
  mayWrite: boolean;
  busy: boolean;
  onMove: (to: number) => void;
  onChange: () => void;
  onDelete: () => void;
}

/** One rule in words, what it takes, what a rule before takes of it, and whether it still takes anything. */
export function RuleRow({
  rule,
  at,
  of,
  author,
  figures,
  currency,
  use,
  placeOf,
  mayWrite,
  busy,
  onMove,
  onChange,
  onDelete,
}: RuleRowProps) {
  const state = use && stateWords(use, rule);
  const latest =
    figures
      .map((f) => f.latest)
      .sort()
      .at(-1) ??
    use?.latest ??
    null;
  const takenHere = takenIn(use?.taken ?? [], figures, currency);
  const taken = takenWords(takenHere, placeOf);
  return (
    <li
      data-rule={rule.id}
      className="grid grid-cols-[1.5rem_1fr] items-start gap-x-3 gap-y-1 border-line border-b py-2 desk:grid-cols-[1.5rem_1fr_auto_auto]"
    >
      <span className="text-ink-3 tabular-nums">{at + 1}</span>
      <span className="min-w-0 break-words">
        <strong className="font-strong">{resultWords(rule)}</strong> <span className="text-ink-2">where {whenWords(rule)}</span>
        {daysWords(rule) && <span className="text-ink-2">, {daysWords(rule)}</span>}
        {author && (
          <span className="block text-12 text-ink-3">
            {rule.name && `${rule.name} · `}
            {author.name}, <span className="whitespace-nowrap">{author.at.slice(0, 10)}</span>
          </span>
        )}
        {taken && (
          <span className="block text-12 text-ink-2">
            {taken.before}
            {takenHere.map((t, i) => (
              <span key={t.currency}>
                {i > 0 && ' + '}
                <Money amount={t.amount} currency={t.currency} />
              </span>
            ))}
            {taken.after}
          </span>
        )}
      </span>
      <span className="col-start-2 text-12 text-ink-2 desk:col-start-3 desk:min-w-44 desk:text-right">
        {figures.map((f, i) => (
          <span key={f.currency}>
            {i > 0 && ' + '}
            <Money amount={f.amount} currency={f.currency} className="text-13 text-ink" />
          </span>
        ))}
        {figures.length > 0 ? (
          <span className="desk:block">
            {' '}
            {count(figures.reduce((sum, f) => sum + f.charges, 0))} charges{latest && `, last ${latest}`}
          </span>
        ) : (
          <span className="block">nothing in this period{latest && `, last ${latest}`}</span>
        )}
        {state && (
          <span className="block pt-0.5">
            <Badge tone={state.tone}>{state.words}</Badge>
          </span>
        )}
      </span>
      {mayWrite && (
        <span className="-ml-2 col-start-2 flex flex-wrap gap-1 desk:col-start-4 desk:ml-0">
          <Button
            tone="quiet"
            size="small"
            disabled={busy || at === 0}
            aria-label={`Ask rule ${at + 1} earlier`}
            onClick={() => onMove(at - 1)}
          >
            Up
          </Button>
          <Button
            tone="quiet"
            size="small"
            disabled={busy || at === of - 1}
            aria-label={`Ask rule ${at + 1} later`}
            onClick={() => onMove(at + 1)}
          >
            Down
          </Button>
          <Button data-focus tone="quiet" size="small" aria-label={`Change rule ${at + 1}`} onClick={onChange}>
            Change
          </Button>
          <Button tone="quiet" size="small" disabled={busy} aria-label={`Delete rule ${at + 1}`} onClick={onDelete}>
            Delete
          </Button>
        </span>
      )}
    </li>
  );
}
