import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { prisma } from '../../db/client';
import { mergeChoices } from '../imports/choices';
import { runImport } from '../imports/run-import';
import { folderOf } from './folders';
import { askForPull, createConnection, updateConnection } from './manage-connections';
import { markDeadPulls, pullDue } from './pull-due';
import { again, atShelf, bill, billed, detail, draft, kinds, make, pullNow, SECRET, shelf, side, stop } from './shelf.fixture';

vi.hoisted(() => {
  process.env.NEXTAUTH_SECRET = 'a secret of at least thirty-two characters';
});

atShelf();

test('a pull loads what there is, and a second one fetches nothing', async () => {
  side.exports = [
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
  const [source] = await prisma().source.findMany({ where: { organizationId: side.actor.organizationId } });
  expect(source?.name).toBe('Bills');

  expect(await pullNow()).toBe(0); // not due before tomorrow
  side.fetched = [];
  await again(id);
  await pullNow();
  expect(side.fetched).toEqual([]);
  expect((await detail(id)).runs[0]).toMatchObject({ trigger: 'person', startedByName: 'Tester', status: 'good', loaded: 0, unchanged: 2 });
  expect(await billed()).toBe('13.75');
});

test('the first pull reads from the day that was chosen, later ones from the month before, a back-fill from its day', async () => {
  const { id } = await make({ from: '2025-03-01' });
  await pullNow();
  await again(id);
  await pullNow();
  await askForPull(side.actor, id, { from: '2024-05-01' }, new Date());
  await pullNow();
  await again(id);
  await pullNow();
  const lastMonth = (at: Date) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - 1, 1)).toISOString().slice(0, 10);
  expect(side.windows.map((w) => w.from)).toEqual(['2025-03-01', lastMonth(new Date()), '2024-05-01', lastMonth(new Date())]);
  expect((await detail(id)).runs.map((r) => r.trigger)).toEqual(['person', 'backfill', 'person', 'schedule']);
  await expect(askForPull(side.actor, id, { from: '2999-01-01' }, new Date())).rejects.toThrow('lies in the future');
  await expect(askForPull(side.actor, id, { from: 'yesterday' }, new Date())).rejects.toThrow('is no day');
});

test('a restated export replaces its month, and only that', async () => {
  side.exports = [
    { key: '2026-09', files: { 'a.csv': bill('2026-09', '5') } },
    { key: '2026-10', files: { 'a.csv': bill('2026-10', '10', '1') } },
  ];
  const { id } = await make();
  await pullNow();
  expect(await billed()).toBe('16');
  side.exports[1] = { key: '2026-10', version: 'v2', files: { 'a.csv': bill('2026-10', '12.5') } };
  await again(id);
  await pullNow();
  expect(await billed()).toBe('17.5');
  expect((await detail(id)).runs[0]).toMatchObject({ loaded: 1, unchanged: 1 });
});

test('what is not complete yet waits, what is refused says why, and neither stops the others', async () => {
  side.exports = [
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

  // by itself it is not side.fetched again; a person who asks has it tried once more
  side.fetched = [];
  await prisma().connection.update({ where: { id }, data: { nextAt: new Date() } });
  await pullNow();
  expect((await detail(id)).runs[0]).toMatchObject({ trigger: 'schedule', refused: 1 });
  const [kept = '', ...others] = await fs.promises.readdir(folderOf(id)); // what was refused stays, to be completed by a person
  expect(others).toEqual([]);
  await fs.promises.rm(path.join(folderOf(id), kept), { recursive: true });
  expect(side.fetched).toEqual([]);
  await again(id);
  await pullNow();
  expect(side.fetched).toEqual(['people.csv']);
  const waiting = await prisma().import.findMany({ where: { connectionId: id, status: 'refused' } });
  expect(waiting.map((i) => i.id)).toEqual([(await detail(id)).deliveries.find((d) => d.title === 'stranger')?.importId]);
});

test('what was loaded or half side.fetched from one place says nothing of another', async () => {
  side.exports = [{ key: 'september', files: { 'a.csv': bill('2026-09', '1000'), 'b.csv': bill('2026-09', '1') }, failsAt: 'b.csv' }];
  const { id } = await createConnection(side.actor, draft, new Date(), kinds);
  await pullNow();
  expect(side.fetched).toEqual(['a.csv']);
  await updateConnection(side.actor, id, { config: { endpoint: 'https://other.example' }, secret: { key: SECRET } }, new Date(), kinds);
  side.exports = [{ key: 'september', files: { 'a.csv': bill('2026-09', '2'), 'b.csv': bill('2026-09', '3') } }];
  await again(id);
  await pullNow();
  expect(side.fetched).toEqual(['a.csv', 'a.csv', 'b.csv']);
  expect(await billed()).not.toContain('100');
  await updateConnection(side.actor, id, { config: { endpoint: 'https://third.example' }, secret: { key: SECRET } }, new Date(), kinds);
  await again(id);
  await pullNow();
  expect(side.fetched).toHaveLength(5);
});

test('what a person side.said once of a file holds for the next one of the connection', async () => {
  const without = (month: string, cost: string) => bill(month, cost).replace('BillingCurrency,', '').replace(',USD,', ',');
  side.exports = [{ key: '2026-09', files: { 'a.csv': without('2026-09', '3') } }];
  const { id } = await make();
  await pullNow();
  const refused = (await detail(id)).deliveries[0];
  expect(refused).toMatchObject({ status: 'refused', reason: expect.stringContaining('currency') });
  // what happens when the person says it on the import's card
  const importId = refused?.importId ?? 0;
  const before = await prisma().import.findFirst({ where: { id: importId } });
  const choices = mergeChoices(before?.choices, { currency: 'EUR' });
  await prisma().import.update({ where: { id: importId }, data: { status: 'queued', choices } });
  await runImport({ organizationId: side.actor.organizationId, importId });
  expect((await detail(id)).deliveries[0]).toMatchObject({ status: 'loaded', reason: null });
  side.exports.push({ key: '2026-10', files: { 'a.csv': without('2026-10', '4') } });
  await again(id);
  await pullNow();
  expect((await detail(id)).runs[0]).toMatchObject({ status: 'good', loaded: 1, unchanged: 1 });
  expect(await billed()).toBe('7');
});

test('a fetch that fails half-way goes on where it was, after five minutes', async () => {
  side.exports = [
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
  side.fetched = [];
  expect(await pullDue({ signal: stop.signal, kinds, now: () => new Date(Date.now() + 301_000) })).toBe(1);
  expect(side.fetched).toEqual(['b.csv']);
  expect(side.windows[1]?.from).toBe(side.windows[0]?.from); // all of it, until once all was well
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
  const alerts = await prisma().alert.findMany({ where: { organizationId: side.actor.organizationId, kind: 'source' } });
  expect(alerts.map((a) => a.title)).toEqual(['The connection "Bills" needs somebody to look after it.']);
  expect(JSON.stringify(alerts)).not.toContain('wrong-key-entirely');
  await updateConnection(side.actor, id, { secret: { key: SECRET } }, new Date(), kinds);
  expect((await detail(id)).state.health).toBe('new');
  expect(await pullNow()).toBe(1);
  expect((await detail(id)).state.health).toBe('good');
});

test('of two pulls at once one does it', async () => {
  side.exports = [{ key: '2026-10', files: { 'a.csv': bill('2026-10', '10') } }];
  side.listing = () => new Promise((done) => setTimeout(done, 200));
  const { id } = await make();
  const done = await Promise.all([pullNow(), pullNow(), pullNow()]);
  expect(done.sort()).toEqual([0, 0, 1]);
  expect((await detail(id)).runs).toHaveLength(1);
  expect(side.fetched).toEqual(['a.csv']);
});

test('a pull that is asked for while one is at hand follows it', async () => {
  const { id } = await make();
  side.listing = async () => {
    side.listing = () => {};
    await again(id);
  };
  expect(await pullNow()).toBe(2);
  expect((await detail(id)).runs.map((r) => r.trigger)).toEqual(['person', 'schedule']);
  expect((await detail(id)).wanted).toBeNull();
});

test('told to stop, a pull ends in the middle and goes on with the next', async () => {
  const stopping = new AbortController();
  side.exports = [
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
  side.fetched = [];
  await pullNow();
  expect(side.fetched).toEqual([]);
  expect(await billed()).toBe('7');
});

test('a run whose process has died is marked, and its connection pulled again', async () => {
  const { id } = await make();
  await prisma().connection.update({ where: { id }, data: { nextAt: null } });
  const run = { organizationId: side.actor.organizationId, connectionId: id, trigger: 'schedule', startedByName: 'Schedule' };
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
  side.exports = [{ key: '2026-10', files: { 'a.csv': bill('2026-10', '10') } }];
  const { id } = await make();
  side.listing = async () => {
    await prisma().connectionRun.updateMany({ where: { connectionId: id }, data: { status: 'interrupted' } });
    await new Promise((done) => setTimeout(done, 3_000)); // longer than a beat
  };
  await pullNow();
  expect((await detail(id)).runs).toMatchObject([{ status: 'interrupted', loaded: 0 }]);
  expect(await prisma().connection.findUnique({ where: { id } })).toMatchObject({ nextAt: null, lastGoodAt: null, failures: 0 });
  expect(side.fetched).toEqual([]);
});
