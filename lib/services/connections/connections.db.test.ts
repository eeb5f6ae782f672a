import fs from 'node:fs';
import path from 'node:path';
import Big from 'big.js';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ConnectionFailure, type ConnectionKind, type Delivery, defineConnection, type Outside } from '../../connections/types';
import type { Actor } from '../../core/access/actor';
import { prisma } from '../../db/client';
import { query, sql } from '../../db/sql';
import { makeActor, scratch } from '../../runtime/test-database';
import { queryCosts } from '../costs/query-costs';
import { mergeChoices } from '../imports/choices';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { runImport } from '../imports/run-import';
import { folderOf } from './folders';
import { listKinds } from './kinds';
import { connectionNamed, getConnection, listConnections } from './list-connections';
import { askForPull, createConnection, deleteConnection, updateConnection } from './manage-connections';
import { markDeadPulls, pullDue } from './pull-due';
import { testConnection, testDraft } from './test-connection';

// Read when it is first asked for, after all imports.
const watched = await vi.hoisted(async () => {
  const { default: fileSystem } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const folder = fileSystem.realpathSync(fileSystem.mkdtempSync(`${tmpdir()}/headroom-watched-`));
  process.env.NEXTAUTH_SECRET = 'a secret of at least thirty-two characters';
  process.env.HEADROOM_WATCH_FOLDERS = folder;
  return folder;
});
afterAll(() => fs.rmSync(watched, { recursive: true, force: true }));

const SECRET = 'tOp/S3cret+key=';

/** What the other side has, and how it behaves. */
interface Export extends Partial<Delivery> {
  key: string;
  files: Record<string, string>;
  /** Its fetch fails at this file, once. */
  failsAt?: string;
}
let exports: Export[] = [];
let fetched: string[] = [];
let windows: { from: string; until: string }[] = [];
let listing: () => void | Promise<void> = () => {};
let seen: Outside | null = null;

/** A place of exports as a provider would have it, whose exports the test writes. */
const shelf: ConnectionKind = defineConnection({
  kind: 'shelf',
  title: 'Shelf',
  about: 'Exports that a test lays down.',
  group: 'api',
  fields: [
    { name: 'endpoint', label: 'Address', hint: 'https://shelf.example', isSecret: false, isRequired: true },
    { name: 'prefix', label: 'Prefix', hint: '', isSecret: false, isRequired: false },
    { name: 'key', label: 'Key', hint: '', isSecret: true, isRequired: true },
    { name: 'token', label: 'Token', hint: '', isSecret: true, isRequired: false },
  ],
  config: z.object({ endpoint: z.url('is no address'), prefix: z.string().optional() }),
  secret: z.object({ key: z.string().min(8, 'has fewer than 8 characters'), token: z.string().optional() }),
  test: async ({ config, secret }) => {
    if (secret.key !== SECRET) throw new ConnectionFailure(`The key ${secret.key} opens nothing.`, true);
    return `Reached ${config.endpoint} with ${secret.key}.`;
  },
  async *deliveries({ secret, outside }, window) {
    seen = outside;
    windows.push(window);
    if (secret.key !== SECRET) throw new ConnectionFailure(`403: ${secret.key} opens nothing.`, true);
    await listing();
    for (const { files: _, failsAt: __, ...e } of exports)
      yield { version: 'v1', title: e.key, period: null, brings: 'bill' as const, waitsFor: null, ...e };
  },
  fetch: async ({ outside }, delivery, folder, note) => {
    const e = exports.find((x) => x.key === delivery.key);
    const names: string[] = [];
    for (const [name, content] of Object.entries(e?.files ?? {})) {
      outside.signal.throwIfAborted();
      names.push(name);
      note(`Fetching ${name}`);
      if (fs.existsSync(path.join(folder, name))) continue;
      if (e?.failsAt === name) {
        delete e.failsAt;
        throw new ConnectionFailure(`The connection broke at ${name}.`);
      }
      fetched.push(name);
      fs.writeFileSync(path.join(folder, name), content);
    }
    return names;
  },
}) as unknown as ConnectionKind;
const kinds = [shelf];

let actor: Actor;
let said: string[] = [];
beforeEach(async () => {
  actor = await makeActor('admin');
  [exports, fetched, windows, listing, seen, said] = [[], [], [], () => {}, null, []];
  vi.spyOn(console, 'error').mockImplementation((...words) => said.push(words.join(' ')));
});
afterEach(async () => {
  vi.restoreAllMocks();
  expect(said.join('\n')).not.toContain(SECRET);
  await prisma().connection.deleteMany({ where: { organizationId: actor.organizationId } });
});

const stop = new AbortController();
const pullNow = (signal = stop.signal) => pullDue({ signal, kinds });
const draft = {
  name: 'Bills',
  kind: 'shelf',
  config: { endpoint: 'https://shelf.example', prefix: '' },
  secret: { key: SECRET, token: '' },
};
const make = (more: object = {}) => createConnection(actor, { ...draft, ...more }, new Date(), kinds);
const detail = (id: number) => getConnection(actor, id, new Date(), kinds);
const again = (id: number) => askForPull(actor, id, {}, new Date());
const bill = (month: string, ...costs: string[]) =>
  focusFile(
    costs.map((BilledCost, i) =>
      focusRow({
        BilledCost,
        EffectiveCost: BilledCost,
        BillingPeriodStart: `${month}-01T00:00:00Z`,
        ChargePeriodStart: `${month}-0${i + 1}T00:00:00Z`,
        ChargePeriodEnd: `${month}-0${i + 2}T00:00:00Z`,
      }),
    ),
  );
async function billed(): Promise<string> {
  const months = await queryCosts(actor, { groupBy: ['month'], from: '2026-01-01', to: '2027-01-01' });
  return months.reduce((sum, m) => sum.plus(m.billed ?? 0), new Big(0)).toFixed();
}

test('a pull loads what there is, and a second one fetches nothing', async () => {
  exports = [
    { key: '2026-09', period: '2026-09-01', files: { 'a.csv': bill('2026-09', '1.5', '2') } },
    { key: '2026-10', period: '2026-10-01', files: { 'b.csv': bill('2026-10', '10'), 'c.csv': bill('2026-10', '0', '0.25') } },
  ];
  const { id } = await make({ from: '2026-09-01' });
  expect(await pullNow()).toBe(1);
  expect(await billed()).toBe('13.75');
  const first = await detail(id);
  expect(first.runs).toMatchObject([{ trigger: 'schedule', status: 'good', found: 2, loaded: 2, unchanged: 0, note: null }]);
  expect(first).toMatchObject({ rows: '5', months: 2, completeTo: '2026-10-03', state: { health: 'good', words: 'Last good just now' } });
  expect(first.deliveries.map((d) => [d.title, d.status, d.period])).toEqual([
    ['2026-10', 'loaded', '2026-10-01'],
    ['2026-09', 'loaded', '2026-09-01'],
  ]);
  expect(fs.existsSync(folderOf(id)) ? fs.readdirSync(folderOf(id)) : []).toEqual([]);
  const [source] = await prisma().source.findMany({ where: { organizationId: actor.organizationId } });
  expect(source?.name).toBe('Bills');

  expect(await pullNow()).toBe(0); // not due before tomorrow
  fetched = [];
  await again(id);
  await pullNow();
  expect(fetched).toEqual([]);
  expect((await detail(id)).runs[0]).toMatchObject({ trigger: 'person', startedByName: 'Tester', status: 'good', loaded: 0, unchanged: 2 });
  expect(await billed()).toBe('13.75');
});

test('the first pull reads from the day that was chosen, later ones from the month before, a back-fill from its day', async () => {
  const { id } = await make({ from: '2025-03-01' });
  await pullNow();
  await again(id);
  await pullNow();
  await askForPull(actor, id, { from: '2024-05-01' }, new Date());
  await pullNow();
  await again(id);
  await pullNow();
  const lastMonth = (at: Date) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - 1, 1)).toISOString().slice(0, 10);
  expect(windows.map((w) => w.from)).toEqual(['2025-03-01', lastMonth(new Date()), '2024-05-01', lastMonth(new Date())]);
  expect((await detail(id)).runs.map((r) => r.trigger)).toEqual(['person', 'backfill', 'person', 'schedule']);
  await expect(askForPull(actor, id, { from: '2999-01-01' }, new Date())).rejects.toThrow('lies in the future');
  await expect(askForPull(actor, id, { from: 'yesterday' }, new Date())).rejects.toThrow('is no day');
});

test('a restated export replaces its month, and only that', async () => {
  exports = [
    { key: '2026-09', files: { 'a.csv': bill('2026-09', '5') } },
    { key: '2026-10', files: { 'a.csv': bill('2026-10', '10', '1') } },
  ];
  const { id } = await make();
  await pullNow();
  expect(await billed()).toBe('16');
  exports[1] = { key: '2026-10', version: 'v2', files: { 'a.csv': bill('2026-10', '12.5') } };
  await again(id);
  await pullNow();
  expect(await billed()).toBe('17.5');
  expect((await detail(id)).runs[0]).toMatchObject({ loaded: 1, unchanged: 1 });
});

test('what is not complete yet waits, what is refused says why, and neither stops the others', async () => {
  exports = [
    { key: 'half', waitsFor: '2 of 3 parts are there', files: {} },
    { key: 'stranger', files: { 'people.csv': 'name,age\nAda,36\n' } },
    { key: '2026-10', files: { 'a.csv': bill('2026-10', '10') } },
  ];
  const { id } = await make();
  await pullNow();
  expect(await billed()).toBe('10');
  const { runs, deliveries, state } = await detail(id);
  expect(runs[0]).toMatchObject({ status: 'partly', found: 3, loaded: 1, waiting: 1, refused: 1 });
  expect(state.health).toBe('good');
  const of = (title: string) => deliveries.find((d) => d.title === title);
  expect(of('half')).toMatchObject({ status: 'waiting', reason: '2 of 3 parts are there' });
  expect(of('stranger')).toMatchObject({ status: 'refused', reason: expect.stringContaining('no format known here') });
  expect(of('stranger')?.importId).toBeTypeOf('number');

  // by itself it is not fetched again; a person who asks has it tried once more
  fetched = [];
  await prisma().connection.update({ where: { id }, data: { nextAt: new Date() } });
  await pullNow();
  expect((await detail(id)).runs[0]).toMatchObject({ trigger: 'schedule', refused: 1 });
  const [kept = '', ...others] = await fs.promises.readdir(folderOf(id)); // what was refused stays, to be completed by a person
  expect(others).toEqual([]);
  await fs.promises.rm(path.join(folderOf(id), kept), { recursive: true });
  expect(fetched).toEqual([]);
  await again(id);
  await pullNow();
  expect(fetched).toEqual(['people.csv']);
  const waiting = await prisma().import.findMany({ where: { connectionId: id, status: 'refused' } });
  expect(waiting.map((i) => i.id)).toEqual([(await detail(id)).deliveries.find((d) => d.title === 'stranger')?.importId]);
});

test('what was loaded or half fetched from one place says nothing of another', async () => {
  exports = [{ key: 'september', files: { 'a.csv': bill('2026-09', '1000'), 'b.csv': bill('2026-09', '1') }, failsAt: 'b.csv' }];
  const { id } = await createConnection(actor, draft, new Date(), kinds);
  await pullNow();
  expect(fetched).toEqual(['a.csv']);
  await updateConnection(actor, id, { config: { endpoint: 'https://other.example' }, secret: { key: SECRET } }, new Date(), kinds);
  exports = [{ key: 'september', files: { 'a.csv': bill('2026-09', '2'), 'b.csv': bill('2026-09', '3') } }];
  await again(id);
  await pullNow();
  expect(fetched).toEqual(['a.csv', 'a.csv', 'b.csv']);
  expect(await billed()).not.toContain('100');
  await updateConnection(actor, id, { config: { endpoint: 'https://third.example' }, secret: { key: SECRET } }, new Date(), kinds);
  await again(id);
  await pullNow();
  expect(fetched).toHaveLength(5);
});

test('what a person said once of a file holds for the next one of the connection', async () => {
  const without = (month: string, cost: string) => bill(month, cost).replace('BillingCurrency,', '').replace(',USD,', ',');
  exports = [{ key: '2026-09', files: { 'a.csv': without('2026-09', '3') } }];
  const { id } = await make();
  await pullNow();
  const refused = (await detail(id)).deliveries[0];
  expect(refused).toMatchObject({ status: 'refused', reason: expect.stringContaining('currency') });
  // what happens when the person says it on the import's card
  const importId = refused?.importId ?? 0;
  const before = await prisma().import.findFirst({ where: { id: importId } });
  const choices = mergeChoices(before?.choices, { currency: 'EUR' });
  await prisma().import.update({ where: { id: importId }, data: { status: 'queued', choices } });
  await runImport({ organizationId: actor.organizationId, importId });
  expect((await detail(id)).deliveries[0]).toMatchObject({ status: 'loaded', reason: null });
  exports.push({ key: '2026-10', files: { 'a.csv': without('2026-10', '4') } });
  await again(id);
  await pullNow();
  expect((await detail(id)).runs[0]).toMatchObject({ status: 'good', loaded: 1, unchanged: 1 });
  expect(await billed()).toBe('7');
});

test('a fetch that fails half-way goes on where it was, after five minutes', async () => {
  exports = [
    { key: '2026-10', files: { 'a.csv': bill('2026-10', '10'), 'b.csv': bill('2026-10', '0', '5') }, failsAt: 'b.csv' },
    { key: '2026-09', files: { 'c.csv': bill('2026-09', '1') } },
  ];
  const { id } = await make();
  await pullNow();
  expect(await billed()).toBe('1');
  const failed = await detail(id);
  expect(failed.runs[0]).toMatchObject({ status: 'partly', loaded: 1, note: 'The connection broke at b.csv.' });
  expect(failed.state).toEqual({ health: 'failing', words: 'The connection broke at b.csv. Failed once; it is tried again.' });
  expect(failed.lastGoodAt).toBeNull();
  const pause = Date.parse(failed.nextAt ?? '') - Date.now();
  expect(pause).toBeGreaterThan(4.5 * 60_000);
  expect(pause).toBeLessThan(5.1 * 60_000);
  fetched = [];
  expect(await pullDue({ signal: stop.signal, kinds, now: () => new Date(Date.now() + 301_000) })).toBe(1);
  expect(fetched).toEqual(['b.csv']);
  expect(windows[1]?.from).toBe(windows[0]?.from); // all of it, until once all was well
  expect(await billed()).toBe('16');
  expect((await detail(id)).state.health).toBe('good');
});

test('a wrong key is told at once, as needing a person, in no more words than it has', async () => {
  const { id } = await make({ secret: { key: 'wrong-key-entirely' } });
  await pullNow();
  const { state, runs, nextAt } = await detail(id);
  expect(state).toEqual({ health: 'needs-person', words: '403: (secret) opens nothing.' });
  expect(runs[0]).toMatchObject({ status: 'failed', note: '403: (secret) opens nothing.' });
  expect(Date.parse(nextAt ?? '') - Date.now()).toBeGreaterThan(22 * 3_600_000);
  const alerts = await prisma().alert.findMany({ where: { organizationId: actor.organizationId, kind: 'source' } });
  expect(alerts.map((a) => a.title)).toEqual(['The connection "Bills" needs somebody to look after it.']);
  expect(JSON.stringify(alerts)).not.toContain('wrong-key-entirely');
  await updateConnection(actor, id, { secret: { key: SECRET } }, new Date(), kinds);
  expect((await detail(id)).state.health).toBe('new');
  expect(await pullNow()).toBe(1);
  expect((await detail(id)).state.health).toBe('good');
});

test('of two pulls at once one does it', async () => {
  exports = [{ key: '2026-10', files: { 'a.csv': bill('2026-10', '10') } }];
  listing = () => new Promise((done) => setTimeout(done, 200));
  const { id } = await make();
  const done = await Promise.all([pullNow(), pullNow(), pullNow()]);
  expect(done.sort()).toEqual([0, 0, 1]);
  expect((await detail(id)).runs).toHaveLength(1);
  expect(fetched).toEqual(['a.csv']);
});

test('a pull that is asked for while one is at hand follows it', async () => {
  const { id } = await make();
  listing = async () => {
    listing = () => {};
    await again(id);
  };
  expect(await pullNow()).toBe(2);
  expect((await detail(id)).runs.map((r) => r.trigger)).toEqual(['person', 'schedule']);
  expect((await detail(id)).wanted).toBeNull();
});

test('told to stop, a pull ends in the middle and goes on with the next', async () => {
  const stopping = new AbortController();
  exports = [
    { key: '2026-09', files: { 'a.csv': bill('2026-09', '1') } },
    { key: '2026-10', files: { 'b.csv': bill('2026-10', '2'), 'c.csv': bill('2026-10', '0', '4') } },
  ];
  const { id } = await make();
  const fetch = shelf.fetch;
  const spy = vi.spyOn(shelf, 'fetch').mockImplementation(async (opened, delivery, folder, note) =>
    fetch(opened, delivery, folder, (doing) => {
      note(doing);
      if (doing.endsWith('c.csv')) stopping.abort();
    }),
  );
  // the signal is looked at before each file: c.csv is still written, nothing of it is loaded
  await pullNow(stopping.signal);
  spy.mockRestore();
  const { runs, nextAt, state } = await detail(id);
  expect(runs[0]).toMatchObject({ status: 'interrupted', loaded: 1 });
  expect(Date.parse(nextAt ?? '')).toBeLessThanOrEqual(Date.now());
  expect(state.health).toBe('new');
  expect(await billed()).toBe('1');
  fetched = [];
  await pullNow();
  expect(fetched).toEqual([]);
  expect(await billed()).toBe('7');
});

test('a run whose process has died is marked, and its connection pulled again', async () => {
  const { id } = await make();
  await prisma().connection.update({ where: { id }, data: { nextAt: null } });
  const run = { organizationId: actor.organizationId, connectionId: id, trigger: 'schedule', startedByName: 'Schedule' };
  await prisma().connectionRun.create({ data: { ...run, heartbeatAt: new Date(Date.now() - 61_000) } });
  expect(await pullNow()).toBe(0);
  await markDeadPulls();
  expect((await detail(id)).runs[0]).toMatchObject({ status: 'interrupted', note: expect.stringContaining('goes on from there') });
  expect(await pullNow()).toBe(1);
  await prisma().connectionRun.create({ data: { ...run, heartbeatAt: new Date() } });
  await markDeadPulls();
  expect((await detail(id)).runs[0]?.status).toBe('running');
});

test('a pull that was given up meanwhile stops, and says nothing over the one that took its place', async () => {
  exports = [{ key: '2026-10', files: { 'a.csv': bill('2026-10', '10') } }];
  const { id } = await make();
  listing = async () => {
    await prisma().connectionRun.updateMany({ where: { connectionId: id }, data: { status: 'interrupted' } });
    await new Promise((done) => setTimeout(done, 3_000)); // longer than a beat
  };
  await pullNow();
  expect((await detail(id)).runs).toMatchObject([{ status: 'interrupted', loaded: 0 }]);
  expect(await prisma().connection.findUnique({ where: { id } })).toMatchObject({ nextAt: null, lastGoodAt: null, failures: 0 });
  expect(fetched).toEqual([]);
});

test('what was changed is written down by name, and only another way of asking is tried at once', async () => {
  const { id } = await make();
  await pullNow();
  const change = { ...draft, secret: { key: '', token: '' }, schedule: { every: 'hour' as const } };
  const { name: _, kind: __, ...fields } = change;
  await updateConnection(actor, id, fields, new Date(), kinds);
  expect(await pullNow()).toBe(0);
  expect(Date.parse((await detail(id)).nextAt ?? '') - Date.now()).toBeLessThanOrEqual(3_600_000);
  await updateConnection(actor, id, { ...fields, secret: { key: SECRET }, hashPersons: true }, new Date(), kinds);
  expect(await pullNow()).toBe(1);
  const events = await prisma().auditEvent.findMany({ where: { organizationId: actor.organizationId }, orderBy: { id: 'asc' } });
  expect(events.filter((e) => e.action === 'connection.changed').map((e) => e.details)).toEqual([
    { fields: 'schedule' },
    { fields: 'secret, hashPersons' },
  ]);
});

test('paused, it is pulled only when a person asks; deleted, its bills stay', async () => {
  exports = [{ key: '2026-10', files: { 'a.csv': bill('2026-10', '10') } }];
  const { id } = await make();
  await updateConnection(actor, id, { enabled: false }, new Date(), kinds);
  expect(await pullNow()).toBe(0);
  await again(id);
  expect(await pullNow()).toBe(1);
  expect(await pullNow()).toBe(0);
  expect((await detail(id)).state).toEqual({ health: 'paused', words: 'Last good just now' });
  await updateConnection(actor, id, { enabled: true }, new Date(), kinds);
  expect(await pullNow()).toBe(1);
  await deleteConnection(actor, id);
  await expect(detail(id)).rejects.toThrow('There is no such connection.');
  expect(await billed()).toBe('10');
});

test('a secret is written once: no answer, audit or row tells it, and an empty field keeps it', async () => {
  const { id } = await make({ secret: { key: SECRET, token: 'a-second-secret' } });
  await updateConnection(actor, id, { config: { ...draft.config, prefix: 'cur/' }, secret: { key: '', token: '' } }, new Date(), kinds);
  await pullNow();
  expect((await detail(id)).state.health).toBe('good');
  expect(await testConnection(actor, id, kinds)).toEqual({ ok: true, answer: 'Reached https://shelf.example with (secret).' });
  expect((await detail(id)).config).toEqual({ endpoint: 'https://shelf.example', prefix: 'cur/' });
  const everything = JSON.stringify([
    await detail(id),
    await listConnections(actor, new Date(), kinds),
    await prisma().connection.findMany({ where: { id } }),
    await prisma()
      .connectionRun.findMany({ where: { connectionId: id } })
      .then((r) => r.map((x) => ({ ...x, id: String(x.id) }))),
    (await prisma().auditEvent.findMany({ where: { organizationId: actor.organizationId } })).map((e) => ({ ...e, id: String(e.id) })),
  ]);
  expect(everything).not.toContain(SECRET);
  expect(everything).not.toContain('a-second-secret');
  expect(everything).toContain('connection.changed');
});

test('a secret is not sent to another address than the one it was entered for', async () => {
  const { id } = await make();
  const config = { endpoint: 'https://elsewhere.example' };
  await expect(updateConnection(actor, id, { config }, new Date(), kinds)).rejects.toThrow('enter the secret again');
  await expect(testDraft(actor, { kind: 'shelf', id, config }, kinds)).rejects.toThrow('enter the secret again');
  await updateConnection(actor, id, { config, secret: { key: SECRET } }, new Date(), kinds);
  expect((await detail(id)).config).toEqual(config);
});

test('what is wrong names its field, before anything is kept', async () => {
  const refusal = (input: object) =>
    make(input).catch((e: { message: string; details: { issues?: { field: string }[] } }) => [e.message, e.details.issues?.[0]?.field]);
  expect(await refusal({ config: { endpoint: 'shelf' } })).toEqual(['Shelf: Address is no address.', 'endpoint']);
  expect(await refusal({ secret: {} })).toEqual(['Shelf: Key is missing.', 'key']);
  expect(await refusal({ secret: { key: 'short' } })).toEqual(['Shelf: Key has fewer than 8 characters.', 'key']);
  expect(await refusal({ config: { ...draft.config, bucket: 'x' } })).toEqual([
    'Shelf has no field "bucket". It has: endpoint, prefix.',
    undefined,
  ]);
  expect(await refusal({ kind: 'attic' })).toEqual(['"attic" is no kind of connection. There are: shelf.', undefined]);
  await make();
  expect(await refusal({})).toEqual(['There is a connection "Bills" already.', 'name']);
  expect(await testDraft(actor, { ...draft, secret: { key: 'wrong-key-entirely' } }, kinds)).toEqual({
    ok: false,
    answer: 'The key (secret) opens nothing.',
  });
  expect(listKinds(actor, kinds)[0]).toMatchObject({ kind: 'shelf', fields: [{ name: 'endpoint' }, {}, {}, {}] });
});

test('another organisation sees nothing of it, and who may not change it does not', async () => {
  const { id } = await make();
  await pullNow();
  const stranger = await makeActor('admin');
  const viewer: Actor = { ...actor, role: 'viewer' };
  expect(await listConnections(stranger, new Date(), kinds)).toEqual([]);
  await expect(connectionNamed(stranger, 'Bills')).rejects.toThrow('There is no connection "Bills"');
  expect(await connectionNamed(actor, 'bills')).toBe(id);
  for (const of of [stranger, viewer, { ...actor, role: 'editor' as const }]) {
    const refused = of === stranger ? 'There is no such connection.' : 'This needs the role admin';
    await expect(updateConnection(of, id, { enabled: false }, new Date(), kinds)).rejects.toThrow(refused);
    await expect(askForPull(of, id, {}, new Date())).rejects.toThrow(refused);
    await expect(testConnection(of, id, kinds)).rejects.toThrow(of === stranger ? /no kind|no such/ : refused);
    await expect(deleteConnection(of, id)).rejects.toThrow(refused);
  }
  await expect(getConnection(stranger, id, new Date(), kinds)).rejects.toThrow('There is no such connection.');
  await expect(createConnection(viewer, draft, new Date(), kinds)).rejects.toThrow('This needs the role admin');
  expect(await getConnection(viewer, id, new Date(), kinds)).toMatchObject({ name: 'Bills', config: {} });
  expect(seen).toMatchObject({ allowPrivate: false, watchable: [watched] });
});

test('names and addresses of people are hashed where it is asked for, also in what is rejected', async () => {
  const rows = [
    focusRow({ Tags: '{"team":"search","owner":"Ada Baker","mail":"ada@example.org"}' }),
    focusRow({ BilledCost: 'much', Tags: '{"owner":"ada@example.org"}' }),
  ];
  exports = [{ key: '2026-08', files: { 'a.csv': focusFile(rows) } }];
  const { id } = await make({ hashPersons: true });
  await pullNow();
  const [row] = await query<{ tags: string }>(
    actor.organizationId,
    sql`select tags from charge_profile where organization_id = ${actor.organizationId}`,
  );
  expect(JSON.parse(row?.tags ?? '')).toEqual({
    team: 'search',
    owner: expect.stringMatching(/^person-[0-9a-f]{16}$/),
    mail: expect.stringMatching(/^person-[0-9a-f]{16}$/),
  });
  const { deliveries } = await detail(id);
  expect(deliveries[0]).toMatchObject({ status: 'loaded', reason: expect.stringContaining('1 row was rejected') });
  const rejects = fs.readFileSync(path.join(scratch, 'home', 'rejects', `import-${deliveries[0]?.importId}.csv`), 'utf8');
  expect(rejects).toContain('(e-mail)');
  expect(rejects).not.toContain('ada@example.org');
});

test('a folder of this machine is watched where the operator has opened it, and nowhere else', async () => {
  const longAgo = new Date(Date.now() - 60_000); // what has just been written may still be written to
  const lay = (name: string, content: string) => {
    fs.writeFileSync(path.join(watched, name), content);
    fs.utimesSync(path.join(watched, name), longAgo, longAgo);
  };
  lay('2026-09.csv', bill('2026-09', '3'));
  lay('2026-10.csv', bill('2026-10', '4'));
  const input = { name: 'Drop', kind: 'folder', config: { path: watched, grouping: 'file' } };
  const { id } = await createConnection(actor, input, new Date());
  await pullDue({ signal: stop.signal });
  expect(await billed()).toBe('7');
  lay('2026-10.csv', bill('2026-10', '40', '2'));
  await again(id);
  await pullDue({ signal: stop.signal });
  expect(await billed()).toBe('45');
  expect((await getConnection(actor, id, new Date())).runs[0]).toMatchObject({ status: 'good', loaded: 1, unchanged: 1 });
  const outside = await testDraft(actor, { kind: 'folder', config: { path: '/etc', grouping: 'file' } });
  expect(outside).toMatchObject({ ok: false });
});

test('usage events come the same way and count once', async () => {
  const events = (n: number) =>
    `time,event_id,task_id,model,channel,account,input_tokens,output_tokens,outcome\n${Array.from({ length: n }, (_, i) => `2026-11-02T10:0${i}:00Z,e${i},t1,gpt-4o,openai,p,1000,100,success`).join('\n')}\n`;
  exports = [{ key: 'usage/2026-11', brings: 'events', files: { 'a.csv': events(2) } }];
  const { id } = await make();
  await pullNow();
  exports = [{ key: 'usage/2026-11', version: 'v2', brings: 'events', files: { 'a.csv': events(2), 'b.csv': events(3) } }];
  await again(id);
  await pullNow();
  const [sum] = await query<{ n: string }>(
    actor.organizationId,
    sql`select coalesce(sum(events), 0)::text as n from usage_hourly where organization_id = ${actor.organizationId}`,
  );
  expect(sum?.n).toBe('3');
  expect((await detail(id)).deliveries).toMatchObject([{ status: 'loaded', importId: null }]);
});
