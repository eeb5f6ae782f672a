'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { valuesQuery } from '@/lib/client/costs';
import type { ExploreFilter } from '@/lib/core/explore/filters';
import { isMoney } from '@/lib/core/explore/measures';
import { valueName } from '@/lib/core/explore/value-name';
import { CutName } from '../figures/cut-name';
import { Money } from '../figures/money';
import { Quantity } from '../figures/quantity';
import { Button } from '../ui/button';
import { controlClass } from '../ui/field';
import { EmptyState, ErrorState, Skeleton } from '../ui/panel-states';
import type { CostView } from './cost-view';
import { prepareValues } from './prepare-values';

/** A pause in typing that is worth a question. */
const PAUSE_MS = 120;

interface ValueListProps {
  view: CostView;
  dimension: string;
  onAdd: (filter: ExploreFilter) => void;
}

/** Some values of a dimension, to be kept or left out, or whatever holds a word. What is already said of the same dimension does not narrow the list. */
export function ValueList({ view, dimension, onAdd }: ValueListProps) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...valuesQuery(view, dimension, asked),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorState title="The values could not be listed" detail={error.message} onRetry={() => refetch()} />;
  if (!data) return <Skeleton shape="rows" rows={8} />;
  const found = prepareValues(data.values, (value) => valueName(dimension, value));
  const toggle = (value: string) => setChosen((now) => (now.includes(value) ? now.filter((v) => v !== value) : [...now, value]));
  const add = (exclude: boolean) => onAdd({ dimension, values: [...chosen], exclude });
  const word = typed.trim();
  return (
    <>
      <input
        type="search"
        aria-label="Find a value"
        placeholder={`Find one of ${data.found}`}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        className={controlClass(false, 'shrink-0 h-8!', true)}
      />
      <ul aria-label="Values" aria-busy={isPlaceholderData} className="min-h-16 flex-1 overflow-y-auto border-line border-y">
        {found.map((v) => (
          <li key={v.value}>
            <label className="flex min-h-8 cursor-pointer items-center gap-2 rounded-2 px-1 hover:bg-surface-2">
              <input
                type="checkbox"
                className="size-4 accent-accent-fill"
                checked={chosen.includes(v.value)}
                onChange={() => toggle(v.value)}
              />
              <CutName className="min-w-0 flex-1">{v.label}</CutName>
              <span className="flex flex-wrap justify-end gap-x-2 text-12 text-ink-2">
                {v.amounts.map((a) =>
                  isMoney(view.measure) ? (
                    <Money key={a.currency} amount={a.amount} currency={a.currency} form="compact" />
                  ) : (
                    <Quantity key={a.currency} amount={a.amount} form="compact" />
                  ),
                )}
              </span>
            </label>
          </li>
        ))}
        {data.found > found.length && found.length > 0 && (
          <li className="px-1 py-1.5 text-12 text-ink-3">{data.found - found.length} more: type to find them.</li>
        )}
        {found.length === 0 && (
          <li>
            <EmptyState title="No such value" reason={asked ? `Nothing holds “${asked}” in this period.` : 'Nothing in this period.'} />
          </li>
        )}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        {word !== '' && chosen.length === 0 ? (
          <>
            <Button size="small" onClick={() => onAdd({ dimension, sense: 'contains', values: [word], exclude: true })}>
              Leave out all with “{word}”
            </Button>
            <Button size="small" tone="primary" onClick={() => onAdd({ dimension, sense: 'contains', values: [word], exclude: false })}>
              All that contain “{word}”
            </Button>
          </>
        ) : (
          <>
            <Button size="small" disabled={chosen.length === 0} onClick={() => add(true)}>
              Leave out
            </Button>
            <Button size="small" tone="primary" disabled={chosen.length === 0} onClick={() => add(false)}>
              {chosen.length > 1 ? `Show only these ${chosen.length}` : 'Show only this'}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
