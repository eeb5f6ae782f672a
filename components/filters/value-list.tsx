'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { costsQuery } from '@/lib/client/costs';
import type { CostDimension } from '@/lib/core/costs/dimensions';
import { Money } from '../figures/money';
import { Button } from '../ui/button';
import { controlClass } from '../ui/field';
import { EmptyState, ErrorState, Skeleton } from '../ui/panel-states';
import type { CostView } from './cost-view';
import { matching, prepareValues } from './prepare-values';
import { valueName } from './value-names';

const SHOWN = 100;

interface ValueListProps {
  view: CostView;
  dimension: CostDimension;
  onAdd: (values: string[], exclude: boolean) => void;
}

/** Some values of a dimension, to be kept or left out. What is already said of the same dimension does not narrow the list. */
export function ValueList({ view, dimension, onAdd }: ValueListProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const others = view.f.filter((f) => f.dimension !== dimension);
  const { data, error, refetch } = useQuery({ ...costsQuery({ ...view, by: dimension, f: others }), placeholderData: undefined });
  if (error) return <ErrorState title="The values could not be listed" detail={error.message} onRetry={() => refetch()} />;
  if (!data) return <Skeleton shape="rows" rows={8} />;
  const all = prepareValues(data.rows, (value) => valueName(dimension, value));
  const found = matching(all, typed);
  const toggle = (value: string) => setChosen((now) => (now.includes(value) ? now.filter((v) => v !== value) : [...now, value]));
  return (
    <>
      <input
        type="search"
        aria-label="Find a value"
        placeholder={`Find one of ${all.length}`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className={controlClass(false, 'shrink-0 h-8!', true)}
      />
      <ul aria-label="Values" className="min-h-16 flex-1 overflow-y-auto border-line border-y">
        {found.slice(0, SHOWN).map((v) => (
          <li key={v.value}>
            <label className="flex min-h-8 cursor-pointer items-center gap-2 rounded-2 px-1 hover:bg-surface-2">
              <input
                type="checkbox"
                className="size-4 accent-accent-fill"
                checked={chosen.includes(v.value)}
                onChange={() => toggle(v.value)}
              />
              <span className="min-w-0 flex-1 truncate" title={v.label}>
                {v.label}
              </span>
              <span className="flex flex-wrap justify-end gap-x-2 text-12 text-ink-2">
                {v.amounts.map((a) => (
                  <Money key={a.currency} amount={a.amount} currency={a.currency} form="compact" />
                ))}
              </span>
            </label>
          </li>
        ))}
        {found.length > SHOWN && <li className="px-1 py-1.5 text-12 text-ink-3">{found.length - SHOWN} more: type to find them.</li>}
        {found.length === 0 && (
          <li>
            <EmptyState title="No such value" reason={typed ? `Nothing holds “${typed}” in this period.` : 'Nothing in this period.'} />
          </li>
        )}
      </ul>
      <div className="flex justify-end gap-2">
        <Button size="small" disabled={chosen.length === 0} onClick={() => onAdd([...chosen], true)}>
          Leave out
        </Button>
        <Button size="small" tone="primary" disabled={chosen.length === 0} onClick={() => onAdd([...chosen], false)}>
          {chosen.length > 1 ? `Show only these ${chosen.length}` : 'Show only this'}
        </Button>
      </div>
    </>
  );
}
