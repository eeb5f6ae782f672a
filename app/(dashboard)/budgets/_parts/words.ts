import type { Tone } from '@/components/ui/badge';
import { NO_VALUE } from '@/lib/core/budgets/part-name';
import type { BudgetStatus } from '@/lib/core/budgets/state';
import { formatCompact, formatMoney } from '@/lib/core/money/format';

export const statusWords: Record<BudgetStatus, [string, Tone]> = {
  'on-track': ['on track', 'ok'],
  'at-risk': ['at risk', 'warn'],
  over: ['over', 'over'],
  'no-data': ['no charges', 'neutral'],
  'no-limit': ['no limit yet', 'neutral'],
};

/** Where a budget, or its part for one value, lives. */
export const budgetHref = (l: { budget: string; value: string | null }): string =>
  `/budgets/${encodeURIComponent(l.budget)}${l.value === null ? '' : `?value=${encodeURIComponent(l.value)}`}`;

/** "81.00 USD", "1.2B tokens"; "≥" where charges without a price are among it. */
export function amountWords(amount: string, currency: string | null, unpriced = 0): string {
  const sign = unpriced > 0 ? '≥ ' : '';
  if (currency === null) return `${sign}${formatCompact(amount, 'JPY').figure} tokens`;
  return `${sign}${formatMoney(amount, currency).figure} ${currency}`;
}

/** The value it stands for, or its name. */
export const titleOf = (l: { budget: string; value: string | null }): string =>
  l.value === NO_VALUE ? 'Without a value' : (l.value ?? l.budget);
