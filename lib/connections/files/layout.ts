import { createHash } from 'node:crypto';
import path from 'node:path';
import { addDays, addMonths, type Day, isDay, monthInFull } from '../../core/time/days';
import type { StoredObject } from './store';

/** How files are to be read that no manifest and no known path binds together. */
export type Grouping = 'file' | 'folder';

/** What the grouping has to know besides the listing. */
export interface LayoutOptions {
  /** The configured folder, empty or ending in `/`: nothing outside of it is read, whatever a manifest says. */
  prefix: string;
  grouping: Grouping;
  /** For how long a file must not have changed; 0 where a file appears complete or not at all. */
  settleMs: number;
}

/** An export as its path shows it. What it holds is known once its manifest, if it has one, is read. */
export interface Candidate {
  key: string;
  title: string;
  period: Day | null;
  /** `[from, until)`: the days it may bill; null where its path does not tell. */
  span: { from: Day; until: Day } | null;
  manifest: StoredObject | null;
  /** What it holds and whether that is all of it, told its manifest's text. */
  contents(manifest: string | null, now: Date): Contents;
}

export interface Contents {
  objects: StoredObject[];
  /** Why it cannot be loaded yet, in words; null when it is complete. */
  waitsFor: string | null;
}

export type Listing = ReadonlyMap<string, StoredObject>;

/** Changes with any of the objects, and with nothing else. */
export const versionOf = (objects: readonly StoredObject[]): string =>
  createHash('sha256')
    .update(objects.map((o) => `${o.key}\n${o.version}\n${o.bytes}\n`).join(''))
    .digest('hex')
    .slice(0, 32);

export const newest = (objects: readonly StoredObject[]): StoredObject | undefined =>
  objects.reduce<StoredObject | undefined>((best, o) => (!best || o.changedAt >= best.changedAt ? o : best), undefined);

export function gathered(objects: readonly StoredObject[], by: (o: StoredObject) => string): Map<string, StoredObject[]> {
  const groups = new Map<string, StoredObject[]>();
  for (const o of objects) {
    const group = groups.get(by(o));
    if (group) group.push(o);
    else groups.set(by(o), [o]);
  }
  return groups;
}

/** `part_2` before `part_10`. */
export const inOrder = (objects: readonly StoredObject[]): StoredObject[] =>
  [...objects].sort((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true }) || (a.key < b.key ? -1 : 1));

/** Something a reader of bills may know, by its name alone. */
export const isBill = (key: string): boolean =>
  /\.(csv|tsv|txt|json|jsonl|ndjson|parquet|xlsx)(\.gz|\.zip)?$|\.(gz|zip)$/i.test(key) && !isManifest(key) && !isPassing(key);
export const isManifest = (key: string): boolean => /(^|\/)_?manifest\.json$|-(Manifest|Metadata|RedshiftManifest)\.json$/i.test(key);
/** Hidden, or still being written under another name. */
export const isPassing = (key: string): boolean => /(^|\/)[.~]|\.(part|partial|tmp|temp|crdownload|filepart|swp)$|~$/i.test(key);

/** Names that leave the configured folder, or try to. */
export const leaves = (key: string, prefix: string): boolean =>
  !key.startsWith(prefix) || key.startsWith('/') || key.split('/').some((part) => part === '..' || part === '.');

/** The objects that a manifest names, in its order: all of them, or a sentence about what is missing or not ours to read. */
export function named(keys: readonly string[], listing: Listing, prefix: string): Contents {
  const foreign = keys.find((key) => leaves(key, prefix));
  if (foreign !== undefined)
    return {
      objects: [],
      waitsFor: `Its manifest names a file outside of the configured folder: ${foreign.slice(0, 300)}. Nothing of it is read.`,
    };
  const objects = [...new Set(keys)].map((key) => listing.get(key)).filter((o) => o !== undefined);
  const missing = keys.filter((key) => !listing.has(key));
  if (keys.length === 0) return { objects: [], waitsFor: 'Its manifest names no file.' };
  if (missing.length === 0) return { objects, waitsFor: null };
  return {
    objects,
    waitsFor: `${keys.length - missing.length} of ${keys.length} files are there; ${path.posix.basename(missing[0] ?? '')} is missing.`,
  };
}

/** Complete, and for long enough. A time that lies in the future says nothing about for how long. */
export function settled(contents: Contents, settleMs: number, now: Date): Contents {
  const last = newest(contents.objects);
  if (contents.waitsFor !== null || !last || settleMs === 0) return contents;
  const age = now.getTime() - last.changedAt.getTime();
  if (age >= settleMs) return contents;
  if (age < -settleMs)
    return {
      ...contents,
      waitsFor: `${path.posix.basename(last.key)} was changed in the future: the clock where it lies is ahead of this machine's. It is taken once that time has passed.`,
    };
  const wait = settleMs < 120_000 ? `${settleMs / 1000} seconds` : `${settleMs / 60_000} minutes`;
  return {
    ...contents,
    waitsFor: `${path.posix.basename(last.key)} was changed a moment ago. It is taken once nothing of it has changed for ${wait}.`,
  };
}

/** `2026-10` as a span and in words. */
export const monthOf = (month: string) => ({
  span: { from: `${month}-01`, until: addMonths(`${month}-01`, 1) },
  words: monthInFull(`${month}-01`),
});

/** `20261001` as a day; null for what is none. */
export function compactDay(text: string): Day | null {
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  return isDay(day) ? day : null;
}

/** A file of a day may restate the ones before it (Oracle), so it is wanted with them. */
const RESTATED_DAYS = 3;

/** The days that a path speaks of, by the date that stands last in it: `FOCUS Reports/2026/10/05/…`, `2026-10/…`, `bill-20261005.csv`. */
export function daysIn(key: string): Candidate['span'] {
  const found = [...key.matchAll(/(?<!\d)(20\d\d)([-/_.]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?(?!\d)/g)].at(-1);
  const hive = [...key.matchAll(/year=(20\d\d)\/month=(\d{1,2})\//g)].at(-1);
  if (hive) return monthOf(`${hive[1]}-${hive[2]?.padStart(2, '0')}`).span;
  if (!found) return null;
  const [, year, , month, date] = found;
  const day = date ? compactDay(`${year}${month}${date}`) : null;
  if (date && !day) return null;
  return day ? { from: addDays(day, -RESTATED_DAYS), until: addDays(day, 1) } : monthOf(`${year}-${month}`).span;
}
