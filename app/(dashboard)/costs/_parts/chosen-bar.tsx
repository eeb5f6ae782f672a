'use client';

import Big from 'big.js';
import { type CostView, costHref, withFilter } from '@/components/filters/cost-view';
import { go } from '@/components/filters/use-address';
import { Button } from '@/components/ui/button';
import { NONE } from '@/lib/core/costs/cost-query';
import { mostValues } from '@/lib/core/explore/filters';
import { isAdditive } from '@/lib/core/explore/measures';
import { moneyText } from '@/lib/core/money/format';
import type { GroupSection } from './prepare-groups';

interface ChosenBarProps {
  view: CostView;
  /** The values that were chosen. */
  values: readonly (string | null)[];
  sections: readonly GroupSection[];
  onClear: () => void;
}

/** What was chosen by hand among the groups, together, and what can be done with it. It lies above the page: nothing moves when it comes. */
export function ChosenBar({ view, values, sections, onClear }: ChosenBarProps) {
  const filter = (exclude: boolean) => {
    const chosen = { dimension: view.by, values: values.map((v) => v ?? NONE), exclude };
    onClear();
    go(costHref({ ...view, f: withFilter(view.f, chosen), page: 1, charge: null }));
  };
  const tooMany = values.length > mostValues;
  return (
    <section
      aria-label="Chosen groups"
      className="fixed inset-x-4 bottom-4 z-20 mx-auto flex w-fit max-w-full flex-wrap items-center justify-center gap-x-3 gap-y-2 rounded-3 border border-edge bg-surface px-3 py-2 text-13 print:hidden"
    >
      <p role="status" className="tabular-nums">
        <span className="font-strong">{values.length} chosen</span>
        {isAdditive(view.measure) && togetherOf(values, sections)}
        {tooMany && <span className="text-ink-2"> · a filter takes {mostValues}</span>}
      </p>
      <span className="flex gap-2">
        <Button size="small" disabled={tooMany} onClick={() => filter(false)}>
          Show only {values.length === 1 ? 'this' : 'these'}
        </Button>
        <Button size="small" disabled={tooMany} onClick={() => filter(true)}>
          Leave out
        </Button>
        <Button size="small" tone="quiet" onClick={onClear}>
          Clear
        </Button>
      </span>
    </section>
  );
}

/** The sum of what was chosen in each currency or unit, which stay apart. */
function togetherOf(values: readonly (string | null)[], sections: readonly GroupSection[]): string {
  const chosen = new Set(values);
  return sections
    .flatMap(({ lines, unit }) => {
      const known = lines.flatMap((l) => (l.current !== null && chosen.has(l.values[0] ?? null) ? [l.current] : []));
      return known.length ? [` · ${moneyText(known.reduce((sum, a) => sum.plus(a), new Big(0)).toFixed(), unit)}`] : [];
    })
    .join('');
}
