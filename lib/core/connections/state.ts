import { type Day, daysBetween } from '../time/days';
import { hoursBetween, type Schedule } from './schedule';

/** What is known of how a connection does. */
export interface Heard {
  schedule: Schedule;
  enabled: boolean;
  isRunning: boolean;
  failure: string | null;
  failures: number;
  needsPerson: boolean;
  createdAt: Date;
  lastGoodAt: Date | null;
  /** Days on which something new was loaded, oldest first. */
  arrivals: readonly Day[];
  /** Exports that are refused and wait for somebody. */
  refused: number;
}

export type Health = 'pulling' | 'paused' | 'needs-person' | 'failing' | 'late' | 'new' | 'good';

/** How a connection does, and the sentence for it. */
export interface ConnectionState {
  health: Health;
  words: string;
}

const DAY_MS = 86_400_000;

export function connectionState(c: Heard, now: Date): ConnectionState {
  if (c.isRunning) return { health: 'pulling', words: 'Pulling now' };
  const refused = c.refused ? `; ${c.refused} ${c.refused === 1 ? 'export is' : 'exports are'} refused` : '';
  const last = c.lastGoodAt ? `Last good ${agoWords(c.lastGoodAt, now)}${refused}` : 'Not pulled yet as it is set up now';
  if (c.needsPerson && c.failure) return { health: 'needs-person', words: c.failure };
  if (!c.enabled) return { health: 'paused', words: last };
  if (c.failures > 0 && c.failure)
    return { health: 'failing', words: `${c.failure} Failed ${c.failures === 1 ? 'once' : `${c.failures} times`}; it is tried again.` };
  const late = lateness(c, now);
  if (late) return { health: 'late', words: late };
  return { health: c.lastGoodAt ? 'good' : 'new', words: last };
}

/** So few arrivals say nothing about what is usual. */
const ENOUGH = 4;
/** Only the newest say what is usual now. */
const NEWEST = 12;

/** Why a connection is late, or null. What is usual is learned: the median pause between two days that brought something. */
export function lateness({ schedule, createdAt, lastGoodAt, arrivals }: Heard, now: Date): string | null {
  const silence = now.getTime() - (lastGoodAt ?? createdAt).getTime();
  if (silence > hoursBetween(schedule) * 3_600_000 + DAY_MS)
    return lastGoodAt ? `Late: last good ${agoWords(lastGoodAt, now)}` : `Late: set up ${agoWords(createdAt, now)} and never pulled`;
  const newest = arrivals.slice(-NEWEST);
  const last = newest.at(-1);
  if (last === undefined || newest.length < ENOUGH) return null;
  const gaps = newest.slice(1).map((day, i) => daysBetween(newest[i] ?? day, day));
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 1;
  const quiet = daysBetween(last, now.toISOString().slice(0, 10));
  if (quiet < usual + Math.max(2, Math.ceil(usual / 2))) return null;
  return `Late: nothing new for ${quiet} days, usually every ${usual === 1 ? 'day' : `${usual} days`}`;
}

/** "just now", "3 h ago", "2 days ago". */
export function agoWords(then: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ago`;
  return `${Math.floor(hours / 24)} days ago`;
}
