import type { BudgetStatus } from '@/lib/core/budgets/state';
import type { BudgetStatusLine } from '@/lib/services/budgets/budget-status';

const tiles: [string, BudgetStatus, string][] = [
  ['Over', 'over', 'text-over'],
  ['At risk', 'at-risk', 'text-warn'],
  ['On track', 'on-track', 'text-ok'],
  ['Without charges', 'no-data', 'text-ink-2'],
];

/** How many are where. */
export const Tiles = ({ lines }: { lines: readonly BudgetStatusLine[] }) => (
  <dl className="grid grid-cols-2 gap-6 pb-6 sm:grid-cols-4">
    {tiles.map(([word, status, tone]) => {
      const count = lines.filter((l) => l.status === status).length;
      return (
        <div key={status}>
          <dt className="text-12 text-ink-3">{word}</dt>
          <dd className={`text-28 font-strong ${count ? tone : 'text-ink-3'}`}>{count}</dd>
        </div>
      );
    })}
  </dl>
);
