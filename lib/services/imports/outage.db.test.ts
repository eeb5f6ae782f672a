import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Big from 'big.js';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFocusFile } from '../../../bench/focus-file';
import { prisma } from '../../db/client';
import { costsByGroup } from '../../db/queries/costs-by-group';
import { startPostgres } from '../../runtime/embedded-postgres.mjs';
import { actorIn, makeOrganization, scratch } from '../../runtime/test-database';
import { importPath } from './import-path';

const root = path.resolve(import.meta.dirname, '../../..');
const bill = path.join(scratch, 'august.csv');
const restated = path.join(scratch, 'august-restated.csv');

beforeAll(async () => {
  await writeFocusFile(bill, { rows: 20_000 });
  await writeFocusFile(restated, { rows: 19_000 });
});

const shownIn = async (organization: number): Promise<string> => {
  const [sum] = await costsByGroup(organization, { groupBy: [], from: '2000-01-01', to: '2100-01-01' });
  return sum ? `${new Big(sum.billed ?? 0).toFixed()} in ${sum.charges}` : 'nothing';
};

test('two workers that import one month at once leave one of the two files, whole', async () => {
  const alone: string[] = [];
  for (const file of [bill, restated]) {
    const organization = await makeOrganization('Alone');
    await importPath(actorIn(organization), file, {});
    alone.push(await shownIn(organization.id));
  }
  const both = await makeOrganization('Both');
  const results = await Promise.all([importPath(actorIn(both), bill, {}), importPath(actorIn(both), restated, {})]);
  expect(results.map((r) => r.outcome)).toEqual(['imported', 'imported']);
  expect(alone).toContain(await shownIn(both.id));
  const organization = await makeOrganization('Twice');
  const same = await Promise.all([importPath(actorIn(organization), bill, {}), importPath(actorIn(organization), bill, {})]);
  expect(same.every((r) => r.outcome === 'imported' || r.outcome === 'unchanged')).toBe(true);
  expect(await shownIn(organization.id)).toBe(alone[0]);
}, 180_000);

/** `headroom import FILE` in a process of its own: how it ended, and what it said. */
function commandLine(file: string, env: Record<string, string>, ...more: string[]): Promise<{ code: number | null; said: string }> {
  const args = ['--import', 'tsx', 'lib/cli/main.ts', 'import', file, '--json', ...more];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text;
    });
  return new Promise((done) => child.once('exit', (code) => done({ code, said })));
}

const small = path.join(scratch, 'small-disk');
fs.mkdirSync(small, { recursive: true });
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]).status === 0;
if (!isMounted) console.log('outage.db.test.ts: this account may mount nothing; the full disk is not tried.');
afterAll(() => {
  if (isMounted) spawnSync('umount', ['-l', small]);
});

test.skipIf(!isMounted)('a full disk is said, nothing of the file counts, and with room it loads', { timeout: 120_000 }, async () => {
  const organization = await makeOrganization('Full');
  fs.writeFileSync(path.join(small, 'ballast'), Buffer.alloc(3 * 1024 ** 2));
  const full = await commandLine(bill, { HEADROOM_HOME: small }, '--org', organization.slug);
  expect(full.said).toContain('The disk is full');
  expect(full.code).toBe(1);
  expect(await shownIn(organization.id)).toBe('nothing');
  const record = await prisma().import.findFirst({ where: { organizationId: organization.id }, orderBy: { id: 'desc' } });
  expect(record).toMatchObject({ status: 'interrupted' });
  expect(record?.reason).toMatch(/^The disk is full.*Nothing of the file counts/);
  expect(fs.readdirSync(path.join(small, 'scratch'))).toEqual([]);
  expect((await importPath(actorIn(organization), bill, {})).outcome).toBe('imported');
});

test('a database that is restarted in the middle is said, and the import can be made again', async () => {
  const stateDir = path.join(scratch, 'postgres');
  const settings = { fsync: 'off' };
  const start = () => startPostgres({ stateDir, settings });
  let server = await start();
  const home = path.join(scratch, 'restart-home');
  fs.mkdirSync(home, { recursive: true });
  const run = (url: string) => commandLine(bill, { DATABASE_URL: url, HEADROOM_HOME: home });
  try {
    const migrate = ['node_modules/prisma/build/index.js', 'migrate', 'deploy'];
    expect(spawnSync(process.execPath, migrate, { cwd: root, env: { ...process.env, DATABASE_URL: server.url } }).status).toBe(0);
    const first = run(server.url);
    const watch = new pg.Client(server.url);
    watch.on('error', () => {}); // it goes down with the others
    await watch.connect();
    const isCopying = async () => (await watch.query("select 1 from import where phase = 'copy'")).rowCount;
    for (let i = 0; i < 600 && !(await isCopying()); i++) await sleep(50);
    process.kill(server.pid ?? 0, 'SIGQUIT'); // at once, as after a fault
    const { code, said } = await first;
    expect(code, said).toBe(1);
    expect(said).toContain('The database went away');
    server = await start();
    const again = await run(server.url);
    expect(again.code, again.said).toBe(0);
    expect(JSON.parse(again.said)).toMatchObject({ outcome: 'imported', accepted: 20_000 });
  } finally {
    await server.stop();
  }
}, 180_000);
