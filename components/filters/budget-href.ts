import { type CostFilter, writeFilter } from '@/lib/core/costs/cost-query';
import { hrefOf } from './cost-view';

/** From figures to a limit on them: the same charges, the same measure. */
export const budgetHref = ({ measure, f = [] }: { measure: 'billed' | 'effective'; f?: readonly CostFilter[] }): string =>
  hrefOf('/budgets/new', [['measure', measure === 'effective' && measure], ...f.map((x): [string, string] => ['f', writeFilter(x)])]);
