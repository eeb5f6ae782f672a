import Big from 'big.js';
import { plain } from '../money/round';
import type { Threshold } from './types';

export const defaultThresholds: readonly Threshold[] = [
  { on: 'actual', percent: '50', amount: null },
  { on: 'actual', percent: '80', amount: null },
  { on: 'actual', percent: '100', amount: null },
  { on: 'forecast', percent: '100', amount: null },
];

/** `80%`, `forecast 100%`, `450`: how a threshold is written in a file; also its key. */
export const writeThreshold = ({ on, percent, amount }: Threshold): string =>
  `${on === 'forecast' ? 'forecast ' : ''}${percent === null ? amount : `${percent}%`}`;

/** The reverse; null where the text is no threshold. */
export function parseThreshold(text: string): Threshold | null {
  const [, forecast, number, percent] = /^(forecast )?(\d{1,15}(?:\.\d{1,6})?) ?(%)?$/.exec(text.trim()) ?? [];
  if (number === undefined) return null;
  const value = plain(new Big(number));
  return { on: forecast ? 'forecast' : 'actual', percent: percent ? value : null, amount: percent ? null : value };
}

/** The amount at which a threshold is reached. */
export const lineOf = ({ percent, amount }: Threshold, limit: string): string =>
  amount ?? plain(new Big(limit).times(percent ?? 100).div(100));

export interface Reached {
  threshold: Threshold;
  key: string;
  line: string;
  /** What is compared with the line. */
  value: string;
  isReached: boolean;
}

/** Each threshold with its line and whether it is reached. Nothing spent reaches nothing, whatever the limit; without a forecast its thresholds are left out. */
export function reached(
  thresholds: readonly Threshold[],
  { limit, used, forecast }: { limit: string; used: string; forecast: string | null },
): Reached[] {
  return thresholds.flatMap((threshold) => {
    const value = threshold.on === 'forecast' ? forecast : used;
    if (value === null) return [];
    const line = lineOf(threshold, limit);
    const isReached = new Big(value).gte(line) && new Big(value).gt(0);
    return [{ threshold, key: writeThreshold(threshold), line, value, isReached }];
  });
}

/** What is stored of a threshold in a window. */
export interface CrossingState {
  key: string;
  state: 'crossed' | 'back';
}
export interface CrossingEvent extends Reached {
  kind: 'crossed' | 'back';
  /** It was crossed in this window before, and a correction had taken it back. */
  isAgain: boolean;
}

/**
 * What is to be told: a threshold fires when it is crossed, once in a window; a correction that takes the actual value back under the line is
 * told, and arms it again. A forecast moves to and fro by nature: it fires once in a window and is never taken back.
 */
export function crossingEvents(before: readonly CrossingState[], now: readonly Reached[]): CrossingEvent[] {
  return now.flatMap((r): CrossingEvent[] => {
    const known = before.find((b) => b.key === r.key)?.state;
    if (r.isReached && known !== 'crossed' && !(known && r.threshold.on === 'forecast'))
      return [{ ...r, kind: 'crossed', isAgain: known === 'back' }];
    if (!r.isReached && known === 'crossed' && r.threshold.on === 'actual') return [{ ...r, kind: 'back', isAgain: false }];
    return [];
  });
}
