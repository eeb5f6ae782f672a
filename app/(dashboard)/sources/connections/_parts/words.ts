import type { Tone } from '@/components/ui/badge';
import type { Health } from '@/lib/core/connections/state';
import type { DeliveryRow, RunRow } from '@/lib/core/connections/view';

/** A sign, so that the state is told without its colour, and a word. */
export const healthWords: Record<Health, [words: string, tone: Tone]> = {
  pulling: ['↓ pulling', 'accent'],
  paused: ['‖ paused', 'neutral'],
  'needs-person': ['! needs you', 'over'],
  failing: ['× failing', 'warn'],
  late: ['! late', 'warn'],
  new: ['○ new', 'neutral'],
  good: ['✓ good', 'ok'],
};

export const runWords: Record<RunRow['status'], [words: string, tone: Tone]> = {
  running: ['↓ running', 'accent'],
  good: ['✓ good', 'ok'],
  partly: ['! in part', 'warn'],
  failed: ['× failed', 'over'],
  interrupted: ['‖ interrupted', 'neutral'],
};

export const deliveryWords: Record<DeliveryRow['status'], [words: string, tone: Tone]> = {
  waiting: ['… waiting', 'neutral'],
  loaded: ['✓ loaded', 'ok'],
  unchanged: ['✓ unchanged', 'neutral'],
  refused: ['! refused', 'over'],
  failed: ['× not fetched', 'warn'],
};

export const triggerWords: Record<RunRow['trigger'], string> = { schedule: 'Schedule', person: 'Asked for', backfill: 'Back-fill' };
