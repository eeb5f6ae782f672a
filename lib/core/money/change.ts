import Big from 'big.js';
import { formatPercent, formatSigned } from './format';

/** A change in words. The percent is missing where the base is zero or negative: it would say nothing. */
export type Change = { kind: 'none' } | { kind: 'new' } | { kind: 'change'; amount: string; percent: string | null };

/** `null` means there was nothing to compare with. */
export function changeOf(now: string, before: string | null): Change {
  if (before === null) return { kind: 'new' };
  const base = new Big(before);
  const difference = new Big(now).minus(base);
  if (base.eq(0) && difference.eq(0)) return { kind: 'none' };
  return {
    kind: 'change',
    amount: difference.toFixed(),
    percent: base.gt(0) ? formatPercent(difference.div(base).toFixed(), { signed: true }) : null,
  };
}

/** "+412.00 USD · +8.1 %", "new", "–". */
export function changeText(change: Change, currency: string): string {
  if (change.kind === 'none') return '–';
  if (change.kind === 'new') return 'new';
  return `${formatSigned(change.amount, currency).figure} ${currency} · ${change.percent ?? '–'}`;
}
