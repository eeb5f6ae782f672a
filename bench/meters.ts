// `node lib/runtime/run.mjs bench/meters.ts --rows 1000000`: teaches and forgets one meter of a bill's sixty; with --all another that every charge has. An
// organisation of its own, which stays: run it on a database that nobody needs.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Actor } from '../lib/core/access/actor';
import { prisma } from '../lib/db/client';
import { bringUpToDate } from '../lib/db/columnar/sync';
import { query, sql } from '../lib/db/sql';
import { createOrganization } from '../lib/services/identity/create-organization';
import { importPath } from '../lib/services/imports/import-path';
import { listMeters } from '../lib/services/meters/list-meters';
import { forgetMeter, type MeterToTeach, teachMeter } from '../lib/services/meters/teach-meter';
import { shutDown } from '../lib/services/shut-down';
import { writeFocusFile } from './focus-file';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' }, all: { type: 'boolean', default: false } } });
const year = { from: '2026-01-01', to: '2027-01-01' };

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  const told = typeof result === 'object' && result !== null && 'profiles' in result ? `, ${result.profiles} profiles` : '';
  console.log(`${what}: ${((performance.now() - started) / 1000).toFixed(2)} s${told}`);
  return result;
}

const unknown: Readonly<Record<string, string>> = {
  SkuMeter: 'ZZ Quasar 7 Tokens',
  ProviderName: 'Microsoft',
  PublisherName: 'Microsoft',
  InvoiceIssuerName: 'Microsoft',
  ServiceName: 'Azure OpenAI',
  ServiceCategory: 'AI and Machine Learning',
  ConsumedUnit: '1K Tokens',
};

/** The usual bill with a meter that nobody knows on some of its charges. */
async function writeBill(folder: string, where: string): Promise<string> {
  const [usual, file] = [path.join(folder, 'usual.csv'), path.join(folder, 'bill.csv')];
  await writeFocusFile(usual, { rows: Number(values.rows), month: '2026-10-01' });
  const duck = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  const cells = Object.entries(unknown).map(([column, said]) => `case when ${where} then '${said}' else "${column}" end as "${column}"`);
  await duck.run(
    `copy (select * replace (${cells.join(', ')}) from read_csv('${usual}', all_varchar = true)) to '${file}' (format csv, header)`,
  );
  duck.closeSync();
  return file;
}

async function run(title: string, where: string): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-bench-'));
  try {
    const { id, name } = await prisma().$transaction((tx) => createOrganization(tx, `Bench ${randomUUID().slice(0, 8)}`), {
      timeout: 20_000,
    });
    const actor: Actor = { organizationId: id, organizationName: name, userId: null, name: 'Bench', email: null, role: 'admin' };
    const { outcome, accepted } = await importPath(actor, await writeBill(folder, where), {}, { isOneOfMany: true });
    const [found] = await query<{ n: string }>(id, sql`select count(*)::text as n from charge_profile where organization_id = ${id}`);
    console.log(`\n${title}: ${outcome}, ${accepted} charges, ${found?.n} profiles`);
    await timed('columnar copy from nothing', () => bringUpToDate(id));
    const before = await timed('list', () => listMeters(actor, year));
    console.log(`${before.unrecognised.length} meters are not recognised`);
    const quasar: MeterToTeach = {
      provider: 'azure',
      meter: 'ZZ Quasar 7 Tokens',
      meaning: { isAi: true, model: 'quasar-2', tokenType: 'output' },
    };
    const { id: taught } = await timed('teach', () => teachMeter(actor, quasar));
    await timed('columnar copy', () => bringUpToDate(id));
    await timed('teach otherwise, with another unit', () =>
      teachMeter(actor, { ...quasar, meaning: { ...quasar.meaning, tokensPerUnit: '1000000' } }),
    );
    await timed('columnar copy, tokens counted anew', () => bringUpToDate(id));
    await timed('forget', () => forgetMeter(actor, taught));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await run('One meter of sixty', `"SkuId" = 'sku-1'`);
  if (values.all) await run('One meter on every charge', 'true');
} finally {
  await shutDown();
}
