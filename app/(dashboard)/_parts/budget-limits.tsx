import Big from 'big.js';
import { Name } from '@/components/figures/name';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Actor } from '@/lib/core/access/actor';
import { formatPercent } from '@/lib/core/money/format';
import type { BudgetStatusLine } from '@/lib/services/budgets/budget-status';
import { type BudgetsAhead, budgetsAhead } from '@/lib/services/budgets/budgets-ahead';
import { Bar } from '../budgets/_parts/budget-list';
import { amountWords, budgetHref, statusWords, titleOf } from '../budgets/_parts/words';
import { LimitRow } from './limit-rows';

/** The budgets that come closest to their limit by the end of their period. */
export async function BudgetLimits({ actor, count }: { actor: Actor; count: number }) {
  const ahead = await budgetsAhead(actor, new Date(), count);
  return (
    <Panel
      title="Budgets at risk"
      note={summaryOf(ahead)}
      actions={
        <LinkButton tone="quiet" size="small" href="/budgets" className="print:hidden">
          All budgets
        </LinkButton>
      }
    >
      <ul aria-label="Budgets at risk" className="border-line border-t">
        {ahead.lines.map((l) => (
          <LimitRow
            key={`${l.budget} ${l.value ?? ''}`}
            href={budgetHref(l)}
            name={
              <>
                <Name>{titleOf(l)}</Name>
                {l.value !== null && <span className="font-normal text-ink-3"> {l.budget}</span>}
              </>
            }
            words={<Words line={l} />}
          >
            <Bar line={l} />
          </LimitRow>
        ))}
      </ul>
    </Panel>
  );
}

/** "81 % used, 104 % expected of 12,000.00 USD". */
function Words({ line: l }: { line: BudgetStatusLine }) {
  const [word, tone] = statusWords[l.status];
  const colour = { over: 'text-over', warn: 'text-warn', ok: '', accent: '', neutral: '' }[tone];
  if (l.limit === null) return word;
  const limit = new Big(l.limit);
  return (
    <>
      {limit.gt(0) && l.forecast
        ? `${formatPercent(new Big(l.forecast.point).div(limit).toFixed(), { digits: 0 })} expected`
        : amountWords(l.used, l.currency, l.unpriced)}{' '}
      of {amountWords(l.limit, l.currency)}, <span className={colour}>{word}</span>
    </>
  );
}

function summaryOf({ total, over, atRisk }: BudgetsAhead): string {
  if (over + atRisk === 0) return total === 1 ? 'The budget is on track.' : `None of ${total} is at risk; the fullest first.`;
  const parts = [over > 0 ? `${over} over` : null, atRisk > 0 ? `${atRisk} expected to be over` : null].filter(Boolean).join(', ');
  return `${parts}, of ${total}; by what is expected at the end.`;
}
