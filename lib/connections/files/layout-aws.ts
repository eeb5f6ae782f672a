import path from 'node:path';
import { z } from 'zod';
import {
  type Candidate,
  type Contents,
  inOrder,
  isBill,
  type LayoutOptions,
  type Listing,
  monthOf,
  named,
  newest,
  settled,
} from './layout';
import type { StoredObject } from './store';

/** An export that is written over is in pieces for a while: its new files are there, its manifest is still the old one. */
const OVERWRITING_MS = 60 * 60_000;

const DataExport = z.object({ dataFiles: z.array(z.string()) });
const CostAndUsageReport = z.object({ reportKeys: z.array(z.string()) });

/** `s3://bucket/key` or the key alone, as both are seen in manifests. */
const keyOf = (file: string): string => file.replace(/^s3:\/\/[^/]+\//, '');

/** CUR 2.0, FOCUS and all other Data Exports: `…/data/BILLING_PERIOD=2026-10/…` and `…/metadata/BILLING_PERIOD=2026-10/…-Manifest.json`. */
export function dataExports(listing: Listing, options: LayoutOptions): { claimed: Set<string>; candidates: Candidate[] } {
  const exports = new Map<string, { root: string; month: string; data: StoredObject[]; manifests: StoredObject[] }>();
  const claimed = new Set<string>();
  for (const object of listing.values()) {
    const [, root = '', kind = '', month = ''] =
      /^(.*?)(data|metadata)\/BILLING_PERIOD=(20\d\d-(?:0[1-9]|1[0-2]))\//i.exec(object.key) ?? [];
    if (!month) continue;
    claimed.add(object.key);
    const id = `${root}data/BILLING_PERIOD=${month}`;
    const one = exports.get(id) ?? { root, month, data: [], manifests: [] };
    exports.set(id, one);
    if (kind.toLowerCase() === 'data') one.data.push(object);
    else if (/-Manifest\.json$/i.test(object.key)) one.manifests.push(object);
  }
  const candidates = [...exports].map(([key, { root, month, manifests }]): Candidate => {
    const { span, words } = monthOf(month);
    const manifest = newest(manifests) ?? null;
    return {
      key,
      title: `${path.posix.basename(root) || 'Data export'}, ${words}`,
      period: span.from,
      span,
      manifest,
      contents: (text, now) =>
        listed(text, manifest, (json) => DataExport.safeParse(json).data?.dataFiles.map(keyOf), listing, options, now),
    };
  });
  return { claimed, candidates };
}

/** Cost and Usage Reports of the older kind: `<report>/20261001-20261101/<report>-Manifest.json` names what belongs together. */
export function costAndUsageReport(
  root: string,
  days: string,
  month: string,
  objects: readonly StoredObject[],
  listing: Listing,
  options: LayoutOptions,
): Candidate {
  const { span, words } = monthOf(month);
  // the manifest of the month is the newest one's; below it, each assembly keeps its own
  const manifest =
    newest(
      objects.filter(
        (o) => /^[^/]+-Manifest\.json$/.test(o.key.slice(`${root}${days}/`.length)) && !o.key.endsWith('-RedshiftManifest.json'),
      ),
    ) ?? null;
  return {
    key: `${root}${days}`,
    title: `${path.posix.basename(root) || 'Cost and usage report'}, ${words}`,
    period: span.from,
    span,
    manifest,
    contents: (text, now) => listed(text, manifest, (json) => CostAndUsageReport.safeParse(json).data?.reportKeys, listing, options, now),
  };
}

function listed(
  text: string | null,
  manifest: StoredObject | null,
  keysIn: (json: unknown) => string[] | undefined,
  listing: Listing,
  options: LayoutOptions,
  now: Date,
): Contents {
  if (text === null || !manifest)
    return { objects: [], waitsFor: 'Its manifest is not there yet. AWS writes it last, beside the data, in the folder above it.' };
  const keys = keysIn(parsed(text));
  if (!keys)
    return { objects: [], waitsFor: `Its manifest ${path.posix.basename(manifest.key)} is none that we know: it names no data files.` };
  const contents = named(keys, listing, options.prefix);
  if (contents.waitsFor !== null) return contents;
  const last = newest(contents.objects);
  const bills = inOrder(contents.objects.filter((o) => isBill(o.key)));
  const isOverwriting = last && last.changedAt > manifest.changedAt && now.getTime() - last.changedAt.getTime() < OVERWRITING_MS;
  if (isOverwriting) return { objects: bills, waitsFor: 'It is being written over: files of it are newer than its manifest.' };
  return settled(
    { objects: bills, waitsFor: bills.length ? null : 'Its manifest names no file that holds charges.' },
    options.settleMs,
    now,
  );
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
