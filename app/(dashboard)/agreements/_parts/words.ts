import type { Tone } from '@/components/ui/badge';
import type { Agreement } from '@/lib/core/agreements/types';
import { formatPercent } from '@/lib/core/money/format';
import type { AgreementStateWord } from '@/lib/services/agreements/list-agreements';

export const kindWords: Record<Agreement['kind'], string> = {
  revenue_share: 'Revenue share',
  committed_spend: 'Committed spend',
  prepaid_credits: 'Prepaid credits',
  term: 'Licence',
};

export const stateWords: Record<AgreementStateWord, [string, Tone]> = {
  active: ['active', 'ok'],
  capped: ['cap reached', 'accent'],
  'used-up': ['used up', 'over'],
  ended: ['ended', 'neutral'],
  upcoming: ['begins later', 'neutral'],
};

/** "20 % of revenue", "Commitment of one year". */
export function rateWords(a: Agreement, today: string): string {
  if (a.kind !== 'revenue_share') return '';
  const rate = a.terms.filter((t) => t.from <= today).at(-1) ?? a.terms[0];
  return rate ? `${formatPercent(rate.rate, { digits: decimalsOf(rate.rate) })} of revenue` : '';
}

const decimalsOf = (rate: string) => Math.max(0, (rate.split('.')[1] ?? '').replace(/0+$/, '').length - 2);

/** Who pays whom, with an arrow. */
export const directionWords = (a: Pick<Agreement, 'direction' | 'counterparty'>): string => {
  const other = a.counterparty ?? 'the other side';
  return a.direction === 'pay' ? `we → ${other}` : `${other} → us`;
};
