import type { Calibrated } from '@/lib/services/tasks/get-calibration';

/** What stands where a bill would: its amount, its amount without any event, or words where there is none in this currency. */
export type OnBill = { amount: string } | { withoutEvents: string } | { words: 'in another currency' | 'no bill' };

/** Events that a bill pays for, and none of it in the currency that is shown. */
const isElsewhere = (c: Calibrated): boolean => c.invoice === null && c.events > c.withoutInvoice;

/** The bill of the events; where it has none of them, what it comes to all the same. */
export function onBill(c: Calibrated): OnBill {
  if (c.invoice !== null) return { amount: c.invoice };
  if (isElsewhere(c)) return { words: 'in another currency' };
  return c.unexplained === null ? { words: 'no bill' } : { withoutEvents: c.unexplained };
}

/** What of the bill has no event. */
export function withoutEvents(c: Calibrated): { amount: string } | { words: 'in another currency' | 'no bill' } {
  if (c.unexplained !== null) return { amount: c.unexplained };
  return { words: isElsewhere(c) ? 'in another currency' : 'no bill' };
}
