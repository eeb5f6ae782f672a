import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportsIn, overlaps, toDelivery } from './group';
import type { LayoutOptions } from './layout';
import type { StoredObject } from './store';

const now = new Date('2026-11-21T12:00:00Z');

/** A listing as a store gives it; each line is a key, its bytes and when it changed. */
const listing = (...lines: [key: string, bytes?: number, changed?: string][]): StoredObject[] =>
  lines.map(([key, bytes = 100, changed = '2026-11-21T06:00:00Z']) => ({
    key,
    bytes,
    version: `"${key.length}-${bytes}-${changed}"`,
    changedAt: new Date(changed),
  }));

/** The pure function whole: a listing and the texts of manifests in, deliveries out. */
function group(objects: StoredObject[], manifests: Record<string, unknown> = {}, more: Partial<LayoutOptions> = {}) {
  const text = (key: string | undefined) => (key !== undefined && key in manifests ? JSON.stringify(manifests[key]) : null);
  return exportsIn(objects, { prefix: '', grouping: 'file', settleMs: 0, ...more }).map((c) => toDelivery(c, text(c.manifest?.key), now));
}

const summary = (found: ReturnType<typeof group>) =>
  found.map(({ delivery, objects }) => ({ ...delivery, version: undefined, brings: undefined, files: objects.map((o) => o.key) }));

const cur2 = 'cur/acme/data/BILLING_PERIOD=2026-10';
const cur2Manifest = 'cur/acme/metadata/BILLING_PERIOD=2026-10/acme-Manifest.json';
const october = [`${cur2}/acme-00002.csv.gz`, `${cur2}/acme-00001.csv.gz`];

test('a Data Export is one delivery of a month, told by its manifest, in whatever order it is listed', () => {
  const objects = listing(
    [cur2Manifest, 2_000, '2026-11-21T06:00:10Z'],
    ['cur/acme/metadata/BILLING_PERIOD=2026-10/acme-Metadata.json'],
    ...october.map((key): [string] => [key]),
  );
  const manifests = { [cur2Manifest]: { dataFiles: october.map((key) => `s3://acme-bills/${key}`) } };
  const expected = [
    {
      key: cur2,
      title: 'acme, October 2026',
      period: '2026-10-01',
      waitsFor: null,
      files: [`${cur2}/acme-00001.csv.gz`, `${cur2}/acme-00002.csv.gz`],
    },
  ];
  expect(summary(group(objects, manifests))).toEqual(expected);
  const version = group(objects, manifests)[0]?.delivery.version;
  fc.assert(
    fc.property(fc.shuffledSubarray(objects, { minLength: objects.length }), (shuffled) => {
      expect(summary(group(shuffled, manifests))).toEqual(expected);
      expect(group(shuffled, manifests)[0]?.delivery.version).toBe(version);
    }),
    { numRuns: 20 },
  );
});

test('a Data Export waits for its manifest, for every file of it, and until it is no more being written over', () => {
  const waits = (objects: StoredObject[], manifests = {}) => group(objects, manifests).map((g) => g.delivery.waitsFor);
  expect(waits(listing([october[0] ?? '']))).toEqual([expect.stringContaining('manifest is not there yet')]);
  const manifests = { [cur2Manifest]: { dataFiles: october } };
  expect(waits(listing([october[0] ?? ''], [cur2Manifest]), manifests)).toEqual(['1 of 2 files are there; acme-00001.csv.gz is missing.']);
  const overwritten = listing(
    [october[0] ?? '', 100, '2026-11-21T11:55:00Z'],
    [october[1] ?? ''],
    [cur2Manifest, 900, '2026-11-21T06:00:00Z'],
  );
  expect(waits(overwritten, manifests)).toEqual([expect.stringContaining('being written over')]);
  const copiedLater = listing(
    [october[0] ?? '', 100, '2026-11-21T08:00:00Z'],
    [october[1] ?? ''],
    [cur2Manifest, 900, '2026-11-21T06:00:00Z'],
  );
  expect(waits(copiedLater, manifests)).toEqual([null]);
  expect(waits(listing([cur2Manifest]), { [cur2Manifest]: 'half a manif' })).toEqual([expect.stringContaining('names no data files')]);
});

test('of the versions that an export keeps, only what the newest manifest names is taken', () => {
  const run = (id: string, changed: string): [string, number, string][] => [
    [`${cur2}/${id}/acme-00001.csv.gz`, 100, changed],
    [`cur/acme/metadata/BILLING_PERIOD=2026-10/${id}/acme-Manifest.json`, 900, changed],
  ];
  const objects = listing(...run('20261102T0600-aa', '2026-11-02T06:00:00Z'), ...run('20261103T0600-bb', '2026-11-03T06:00:00Z'));
  const manifests = {
    'cur/acme/metadata/BILLING_PERIOD=2026-10/20261102T0600-aa/acme-Manifest.json': {
      dataFiles: [`${cur2}/20261102T0600-aa/acme-00001.csv.gz`],
    },
    'cur/acme/metadata/BILLING_PERIOD=2026-10/20261103T0600-bb/acme-Manifest.json': {
      dataFiles: [`${cur2}/20261103T0600-bb/acme-00001.csv.gz`],
    },
  };
  expect(summary(group(objects, manifests))).toMatchObject([{ key: cur2, files: [`${cur2}/20261103T0600-bb/acme-00001.csv.gz`] }]);
});

test('a report of the older kind is told by the manifest of its month, also where its Parquet files lie beside it', () => {
  const month = 'bills/hourly/20261001-20261101';
  const assembly = `${month}/5d5b4a8e/hourly-1.csv.gz`;
  const csv = listing(
    [`${month}/hourly-Manifest.json`],
    [`${month}/5d5b4a8e/hourly-Manifest.json`],
    [assembly],
    [`${month}/0aa1/hourly-1.csv.gz`],
    [`${month}/hourly-RedshiftManifest.json`],
  );
  expect(summary(group(csv, { [`${month}/hourly-Manifest.json`]: { assemblyId: '5d5b4a8e', reportKeys: [assembly] } }))).toEqual([
    { key: month, title: 'hourly, October 2026', period: '2026-10-01', waitsFor: null, files: [assembly] },
  ]);
  const part = 'bills/hourly/hourly/year=2026/month=10/hourly-00001.snappy.parquet';
  const parquet = listing([`${month}/hourly-Manifest.json`], [part], ['bills/hourly/hourly/year=2026/month=9/hourly-00001.snappy.parquet']);
  expect(summary(group(parquet, { [`${month}/hourly-Manifest.json`]: { reportKeys: [part] } }))).toMatchObject([
    { key: month, files: [part] },
  ]);
  expect(summary(group(listing([assembly])))).toMatchObject([
    { key: month, waitsFor: expect.stringContaining('manifest is not there yet') },
  ]);
});

const azure = 'exports/acme/focus/20261101-20261130';
const run = (minute: string, id: string) => `${azure}/${minute}/${id}`;

test('of the runs of an Azure export only the newest of a month counts, and only what its manifest names', () => {
  const [old, late] = [run('202611180312', 'a1'), run('202611190312', 'b2')];
  const blob = (folder: string, part: number, byteCount = 100) => ({ blobName: `${folder}/part_${part}_0001.csv`, byteCount });
  const objects = listing(
    [`${late}/part_1_0001.csv`],
    [`${old}/part_0_0001.csv`, 100, '2026-11-21T11:00:00Z'], // touched since: the minute of the run counts, not this
    [`${late}/manifest.json`],
    [`${old}/manifest.json`],
    [`${late}/part_0_0001.csv`],
    [`${late}/part_7_0001.csv`],
  );
  const manifests = {
    [`${old}/manifest.json`]: { blobs: [blob(old, 0)] },
    [`${late}/manifest.json`]: { blobCount: 2, byteCount: 200, blobs: [blob(late, 0), blob(late, 1)] },
  };
  expect(summary(group(objects, manifests))).toEqual([
    {
      key: azure,
      title: 'focus, November 2026',
      period: '2026-11-01',
      waitsFor: null,
      files: [`${late}/part_0_0001.csv`, `${late}/part_1_0001.csv`],
    },
  ]);
});

test('an Azure run waits for its parts, and for all their bytes', () => {
  const at = run('202611190312', 'b2');
  const waits = (objects: StoredObject[], manifest?: object) =>
    group(objects, manifest ? { [`${at}/manifest.json`]: manifest } : {})[0]?.delivery.waitsFor;
  const blobs = [0, 1, 2].map((part) => ({ blobName: `${at}/part_${part}_0001.csv`, byteCount: 100 }));
  const two = listing([`${at}/manifest.json`], [`${at}/part_0_0001.csv`], [`${at}/part_1_0001.csv`]);
  expect(waits(two, { blobs })).toBe('2 of 3 files are there; part_2_0001.csv is missing.');
  expect(waits(two, { blobCount: 3, blobs: blobs.slice(0, 2) })).toBe('Its manifest speaks of 3 files and names 2.');
  expect(waits(two, { byteCount: 300, blobs: blobs.slice(0, 2) })).toBe('Its files have 200 bytes; its manifest says 300.');
  expect(waits(listing([`${at}/manifest.json`], [`${at}/part_0_0001.csv`, 60]), { blobs: blobs.slice(0, 1) })).toBe(
    'part_0_0001.csv has 60 bytes; its manifest says 100.',
  );
  const packed = [{ blobName: `${at}/part_0_0001.csv.gz`, byteCount: 900 }];
  expect(waits(listing([`${at}/manifest.json`], [`${at}/part_0_0001.csv.gz`, 60]), { byteCount: 900, blobs: packed })).toBeNull();
});

test('an older Azure export has no manifest: its parts have no hole, and have been quiet for a while', () => {
  const old = 'exports/actual/20240101-20240131';
  const waits = (objects: StoredObject[]) => group(objects).map((g) => g.delivery.waitsFor);
  expect(waits(listing([`${old}/202402050307/actual_1f8d218f.csv`]))).toEqual([null]);
  expect(waits(listing([`${old}/actual_1f8d218f.csv`, 100, '2026-11-21T11:58:00Z']))).toEqual([
    expect.stringContaining('changed a moment ago'),
  ]);
  expect(waits(listing([`${old}/x/part_0_0001.csv`], [`${old}/x/part_2_0001.csv`]))).toEqual(['Part 1 is missing.']);
  expect(
    summary(
      group(listing([`${old}/x/part_10_0001.csv`], ...Array.from({ length: 10 }, (_, i): [string] => [`${old}/x/part_${i}_0001.csv`]))),
    )[0]?.files.at(-1),
  ).toBe(`${old}/x/part_10_0001.csv`);
  const twoRuns = listing([`${old}/202401130307/a.csv`], [`${old}/202401140307/b.csv`]);
  expect(summary(group(twoRuns))[0]?.files).toEqual([`${old}/202401140307/b.csv`]);
});

test('an Azure export that was copied elsewhere lies beside its manifest', () => {
  const at = 'copied/focus/20261101-20261130/b2';
  const manifest = { blobs: [{ blobName: 'exports/acme/focus/20261101-20261130/b2/part_0_0001.csv', byteCount: 100 }] };
  const objects = listing([`${at}/manifest.json`], [`${at}/part_0_0001.csv`]);
  expect(summary(group(objects, { [`${at}/manifest.json`]: manifest }, { prefix: 'copied/' }))[0]).toMatchObject({
    waitsFor: null,
    files: [`${at}/part_0_0001.csv`],
  });
});

test.each([
  'payroll/salaries.csv',
  'cur/../payroll/salaries.csv',
  '../salaries.csv',
  '/etc/passwd',
  'cur/acme/data/BILLING_PERIOD=2026-10/../../../../payroll.csv',
])('a manifest that names %s is refused whole', (foreign) => {
  const objects = listing([cur2Manifest], [october[0] ?? ''], [foreign]);
  const [found] = group(objects, { [cur2Manifest]: { dataFiles: [october[0], foreign] } }, { prefix: 'cur/' });
  expect(found).toMatchObject({
    objects: [],

    delivery: { waitsFor: expect.stringContaining('outside of the configured folder') },
  });
  const at = 'cur/focus/20261101-20261130/b2';
  const [run] = group(
    listing([`${at}/manifest.json`], [foreign]),
    { [`${at}/manifest.json`]: { blobs: [{ blobName: foreign }] } },
    { prefix: 'cur/' },
  );
  expect(run?.objects).toEqual([]);
  expect(run?.delivery.waitsFor).not.toBeNull();
});

test('other files are a bill each, or a folder of them together, and only what can be a bill', () => {
  const objects = listing(
    ['FOCUS Reports/2026/10/05/0001.csv.gz'],
    ['2026-10/extract-000000000001.csv'],
    ['2026-10/extract-000000000000.csv'],
    ['2026-10/_SUCCESS', 0],
    ['2026-10/.hidden.csv'],
    ['2026-10/late.csv.part'],
    ['notes/read me.pdf'],
  );
  expect(summary(group(objects)).map((d) => [d.key, d.period])).toEqual([
    ['2026-10/extract-000000000000.csv', '2026-10-01'],
    ['2026-10/extract-000000000001.csv', '2026-10-01'],
    ['FOCUS Reports/2026/10/05/0001.csv.gz', null],
  ]);
  expect(summary(group(objects, {}, { grouping: 'folder' }))).toMatchObject([
    {
      key: '2026-10',
      title: '2026-10',
      period: '2026-10-01',
      files: ['2026-10/extract-000000000000.csv', '2026-10/extract-000000000001.csv'],
    },
    { key: 'FOCUS Reports/2026/10/05', period: null },
  ]);
  const fresh = listing(['2026-10/a.csv'], ['2026-10/b.csv', 100, '2026-11-21T11:50:00Z']);
  expect(group(fresh, {}, { grouping: 'folder' })[0]?.delivery.waitsFor).toContain('for 15 minutes');
  expect(group(fresh)[1]?.delivery.waitsFor).toBeNull();
});

test('a file that is still being written is waited for, and one of the future until its time has come', () => {
  const waits = (changed: string) => group(listing(['bill.csv', 100, changed]), {}, { settleMs: 30_000 })[0]?.delivery.waitsFor;
  expect(waits('2026-11-21T11:59:45Z')).toContain('30 seconds');
  expect(waits('2026-11-21T11:59:30Z')).toBeNull();
  expect(waits('2026-11-21T14:00:00Z')).toContain('ahead of this machine');
});

test('a version changes with the content of any file, and with nothing else', () => {
  const versions = (...lines: Parameters<typeof listing>) =>
    group(listing(...lines), {}, { grouping: 'folder' }).map((g) => g.delivery.version);
  const before = versions(['m/a.csv', 100], ['m/b.csv', 100]);
  expect(versions(['m/b.csv', 100], ['m/a.csv', 100])).toEqual(before);
  expect(versions(['m/a.csv', 100], ['m/b.csv', 101])).not.toEqual(before);
  expect(versions(['m/a.csv', 100], ['m/b.csv', 100], ['m/c.csv', 100])).not.toEqual(before);
});

test.each([
  ['a month within', '2026-10/x.csv', '2026-10-05', '2026-10-06', true],
  ['a month before', '2026-09/x.csv', '2026-10-01', '2026-11-01', false],
  ['a file of the days after, which may restate', 'FOCUS Reports/2026/11/02/x.csv.gz', '2026-10-01', '2026-11-01', true],
  ['a file of much later', 'FOCUS Reports/2026/11/09/x.csv.gz', '2026-10-01', '2026-11-01', false],
  ['no day at all', 'bill.csv', '2026-10-01', '2026-11-01', true],
  ['a number that is no day', 'bill-20261399.csv', '2026-10-01', '2026-11-01', true],
  ['a folder of Azure', 'e/20261001-20261031/x.csv', '2026-10-31', '2026-11-01', true],
  ['hive folders', 'e/year=2026/month=9/x.parquet', '2026-10-01', '2026-11-01', false],
])('%s is wanted or not', (_, key, from, until, expected) => {
  expect(exportsIn(listing([key]), { prefix: '', grouping: 'file', settleMs: 0 }).map((c) => overlaps(c, { from, until }))).toEqual([
    expected,
  ]);
});
