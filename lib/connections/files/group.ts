import path from 'node:path';
import { byText } from '../../core/text/by-text';
import type { Day } from '../../core/time/days';
import type { Delivery, Window } from '../types';
import {
  type Candidate,
  compactDay,
  daysIn,
  gathered,
  inOrder,
  isBill,
  isPassing,
  type LayoutOptions,
  type Listing,
  leaves,
  settled,
  versionOf,
} from './layout';
import { costAndUsageReport, dataExports } from './layout-aws';
import { costManagementExport } from './layout-azure';
import { tooMuch } from './limits';
import type { StoredObject } from './store';

/** A delivery with what it is made of. */
export interface Grouped {
  delivery: Delivery;
  objects: StoredObject[];
}

/** A folder without a manifest is complete when nothing in it has changed for so long. */
const FOLDER_MS = 15 * 60_000;

/** What a listing holds, oldest first. Pure: paths in, exports out, in whatever order they were listed. */
export function exportsIn(objects: Iterable<StoredObject>, options: LayoutOptions): Candidate[] {
  const ours = [...objects].filter((o) => !isPassing(o.key) && !leaves(o.key, options.prefix));
  const listing: Listing = new Map(ours.filter((o) => o.bytes > 0).map((o) => [o.key, o]));
  const nothing = ours.filter((o) => o.bytes === 0 && !o.key.endsWith('/') && isBill(o.key)); // a folder of a bucket is an empty object as well
  const aws = dataExports(listing, options);
  const rest = [...listing.values()].filter((o) => !aws.claimed.has(o.key));
  const dated = periodFolders(rest, listing, options);
  const plain = rest.filter((o) => !dated.claims(o.key) && isBill(o.key));
  return [
    ...aws.candidates,
    ...dated.candidates,
    ...(options.grouping === 'file' ? singles([...plain, ...nothing], options) : folders(plain, options)),
  ].sort((a, b) => byText(a.span?.from ?? '', b.span?.from ?? '') || byText(a.key, b.key));
}

/** Does it bill days that are wanted? What does not say may hold any. */
export const overlaps = ({ span }: Candidate, { from, until }: Window): boolean => !span || (span.from < until && span.until > from);

/** A candidate and the text of its manifest make a delivery. */
export function toDelivery(candidate: Candidate, manifest: string | null, now: Date): Grouped {
  const { objects, waitsFor } = candidate.contents(manifest, now);
  const { key, title, period } = candidate;
  const why = waitsFor ?? tooMuch(objects);
  return { delivery: { key, version: versionOf(objects), title, period, brings: 'bill', waitsFor: why }, objects };
}

/** Folders such as `20261001-20261101`: AWS ends them with the first day of the next month, Azure with the last of the period. */
function periodFolders(objects: readonly StoredObject[], listing: Listing, options: LayoutOptions) {
  const found = new Map<string, { root: string; days: string; from: Day; end: Day; objects: StoredObject[] }>();
  const claimed = new Set<string>();
  for (const object of objects) {
    const [, root = '', start = '', stop = ''] = /^(.*\/)?(\d{8})-(\d{8})\/./.exec(object.key) ?? [];
    const [from, end] = [compactDay(start), compactDay(stop)];
    if (!from || !end || end < from) continue;
    const days = `${start}-${stop}`;
    const one = found.get(root + days) ?? { root, days, from, end, objects: [] };
    one.objects.push(object);
    claimed.add(object.key);
    found.set(root + days, one);
  }
  const reports = new Set<string>();
  const candidates = [...found.values()].map((one) => {
    const { root, days, from, end } = one;
    const isReport = one.objects.some((o) => /-Manifest\.json$/.test(o.key)) || (end > from && end.endsWith('-01') && from.endsWith('-01'));
    if (!isReport) return costManagementExport(root, days, { from, last: end }, one.objects, listing, options);
    reports.add(root);
    return costAndUsageReport(root, days, from.slice(0, 7), one.objects, listing, options);
  });
  /** Parquet reports lie beside the folder of the month, as `<report>/year=2026/month=10/…`, and belong to its manifest. */
  const isHive = (key: string) =>
    [...reports].some((root) => key.startsWith(root) && /^[^/]+\/year=\d{4}\/month=\d{1,2}\//.test(key.slice(root.length)));
  return { candidates, claims: (key: string) => claimed.has(key) || isHive(key) };
}

const shown = (key: string, { prefix }: LayoutOptions): string => key.slice(key.startsWith(prefix) ? prefix.length : 0);

function singles(objects: readonly StoredObject[], options: LayoutOptions): Candidate[] {
  return objects.map((object) => {
    const span = daysIn(shown(object.key, options));
    return {
      key: object.key,
      title: shown(object.key, options),
      period: firstDay(span),
      span,
      manifest: null,
      contents: (_, now) => settled({ objects: [object], waitsFor: whyNot(object) }, options.settleMs, now),
    };
  });
}

/** Somebody meant it to be loaded: it is not passed over in silence. */
const whyNot = ({ trouble, bytes }: StoredObject): string | null => trouble ?? (bytes === 0 ? 'It is empty: it has 0 bytes.' : null);

function folders(objects: readonly StoredObject[], options: LayoutOptions): Candidate[] {
  return [...gathered(objects, (o) => path.posix.dirname(o.key))].map(([folder, files]) => {
    const span = daysIn(`${shown(`${folder}/`, options)}`);
    return {
      key: folder,
      title: shown(`${folder}/`, options).replace(/\/$/, '') || folder,
      period: firstDay(span),
      span,
      manifest: null,
      contents: (_, now) => settled({ objects: inOrder(files), waitsFor: null }, Math.max(options.settleMs, FOLDER_MS), now),
    };
  });
}

/** Only a month says what it bills; the file of a day may restate others, and its charges say which. */
const firstDay = (span: Candidate['span']): Day | null => (span?.from.endsWith('-01') && span.until.endsWith('-01') ? span.from : null);
