import { addDays } from '@/lib/core/time/days';

/** The days up to and with today, half-open. */
export function lastDays(now: Date, days: number): { from: string; to: string } {
  const to = addDays(now.toISOString().slice(0, 10), 1);
  return { from: addDays(to, -days), to };
}
