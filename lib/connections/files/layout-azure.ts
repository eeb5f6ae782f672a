import path from 'node:path';
import { z } from 'zod';
import { addDays, type Day } from '../../core/time/days';
import {
  type Candidate,
  type Contents,
  gathered,
  inOrder,
  isBill,
  isManifest,
  type LayoutOptions,
  type Listing,
  monthOf,
  named,
  newest,
  settled,
} from './layout';
import { parsed } from './layout-aws';
import type { StoredObject } from './store';

/** Without a manifest nobody says how many parts there will be. */
const WITHOUT_MANIFEST_MS = 15 * 60_000;

const Manifest = z.object({
  blobCount: z.number().optional(),
  byteCount: z.number().optional(),
  blobs: z.array(z.object({ blobName: z.string(), byteCount: z.number().nullish() })),
});

/** Cost Management: `<export>/20261101-20261130/[202611180312/]<run>/manifest.json`. Every run holds the whole period; the newest replaces the others. */
export function costManagementExport(
  root: string,
  days: string,
  { from, last }: { from: Day; last: Day },
  objects: readonly StoredObject[],
  listing: Listing,
  options: LayoutOptions,
): Candidate {
  const run = newestRun(`${root}${days}/`, objects);
  const manifest = run.find((o) => isManifest(o.key)) ?? null;
  const until = addDays(last, 1);
  const month = monthOf(from.slice(0, 7));
  const isMonth = month.span.from === from && month.span.until === until;
  return {
    key: `${root}${days}`,
    title: `${path.posix.basename(root) || 'Cost export'}, ${isMonth ? month.words : `${from} to ${last}`}`,
    period: from,
    span: { from, until },
    manifest,
    contents: (text, now) => (manifest ? described(text, manifest, listing, options, now) : parts(run, options, now)),
  };
}

/** Runs lie in folders, most of them below one named for its minute; with overwriting on, the files lie in the period's folder itself. */
function newestRun(folder: string, objects: readonly StoredObject[]): StoredObject[] {
  const runs = gathered(objects, (o) => path.posix.dirname(o.key.slice(folder.length)));
  const age = ([at, files]: [string, StoredObject[]]) =>
    `${/^\d{12,14}/.exec(at)?.[0].padEnd(14, '0') ?? ''} ${newest(files)?.changedAt.toISOString()}`;
  return [...runs].sort((a, b) => (age(a) < age(b) ? 1 : -1))[0]?.[1] ?? [];
}

function described(text: string | null, manifest: StoredObject, listing: Listing, options: LayoutOptions, now: Date): Contents {
  const read = Manifest.safeParse(parsed(text ?? '')).data;
  if (!read) return { objects: [], waitsFor: `Its manifest ${path.posix.basename(manifest.key)} is none that we know: it names no blobs.` };
  // Names are those within the container; copied elsewhere, the files lie beside their manifest.
  const names = read.blobs.map(({ blobName }) => blobName.replace(/^\//, ''));
  const beside = names.map((name) => path.posix.join(path.posix.dirname(manifest.key), path.posix.basename(name)));
  const isCopied =
    names.every((name) => !listing.has(name)) &&
    beside.every((name) => listing.has(name)) &&
    names.every((name) => !name.split('/').includes('..'));
  const keys = isCopied ? beside : names;
  const contents = named(keys, listing, options.prefix);
  if (contents.waitsFor !== null) return contents;
  if (read.blobCount !== undefined && read.blobCount !== keys.length)
    return { ...contents, waitsFor: `Its manifest speaks of ${read.blobCount} files and names ${keys.length}.` };
  for (const [i, { byteCount }] of read.blobs.entries()) {
    const object = listing.get(keys[i] ?? '');
    // what is compressed may be counted as it was before, so a smaller file proves nothing
    const isShort = object && byteCount != null && (isPlain(object.key) ? object.bytes !== byteCount : object.bytes > byteCount);
    if (isShort)
      return { ...contents, waitsFor: `${path.posix.basename(object.key)} has ${object.bytes} bytes; its manifest says ${byteCount}.` };
  }
  const bytes = contents.objects.reduce((sum, o) => sum + o.bytes, 0);
  if (read.byteCount !== undefined && contents.objects.every((o) => isPlain(o.key)) && read.byteCount !== bytes)
    return { ...contents, waitsFor: `Its files have ${bytes} bytes; its manifest says ${read.byteCount}.` };
  return settled(contents, options.settleMs, now);
}

const isPlain = (key: string): boolean => /\.csv$/i.test(key);

/** Parts without a manifest: no number is missing, and none has come for a while. */
function parts(run: readonly StoredObject[], options: LayoutOptions, now: Date): Contents {
  const objects = inOrder(run.filter((o) => isBill(o.key)));
  if (objects.length === 0) return { objects, waitsFor: 'Its files are not there yet.' };
  const numbers = objects.map((o) => Number(/part_(\d+)_\d+\.[^/]+$/.exec(o.key)?.[1] ?? Number.NaN));
  const hole = numbers.every((n) => !Number.isNaN(n)) ? numbers.findIndex((n, i) => n !== i) : -1;
  if (hole >= 0) return { objects, waitsFor: `Part ${hole} is missing.` };
  return settled({ objects, waitsFor: null }, Math.max(options.settleMs, WITHOUT_MANIFEST_MS), now);
}
