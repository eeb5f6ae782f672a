import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import Big from 'big.js';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { query, sql } from '../../db/sql';
import { makeActor, scratch, writeFile } from '../../runtime/test-database';
import { importPath } from '../../services/imports/import-path';
import { zipOf } from '../../services/imports/zip.fixture';
import { fold } from '../duckdb/expressions';
import { openSession, type Session } from '../duckdb/session';
import { recognise } from '../pipeline';
import { filledDimensions, stageMember } from '../stage';
import { formats } from '.';
import { type Golden, golden } from './golden.fixture';

const at = (file: string) => path.join(import.meta.dirname, file.replace('/', '/fixtures/'));
const plain = (v: string | null | undefined) => (v == null ? '–' : new Big(v).toFixed());

async function rowsOf({ organizationId }: Actor): Promise<string[]> {
  const rows = await query<Record<string, string | null>>(
    organizationId,
    sql`select c.line::text as line, to_char(c.charge_period_start at time zone 'UTC', 'YYYY-MM-DD') as day, p.charge_category as category,
               c.billed_cost::text as billed, c.effective_cost::text as effective, p.billing_currency as currency,
               coalesce(p.x_model, p.x_service_name) as what, p.x_token_type as kind, (c.consumed_quantity * p.x_tokens_per_unit)::text as tokens, p.x_team as team
          from charge c join charge_profile p on p.organization_id = c.organization_id and p.profile_key = c.profile_key
         where c.organization_id = ${organizationId} order by c.line, kind`,
  );
  return rows.map((r) => {
    const money = `${plain(r.billed)} / ${plain(r.effective)} ${r.currency ?? '–'}`;
    return [r.line, r.day, r.category, money, r.what, r.kind, r.tokens && plain(r.tokens), r.team].filter((c) => c != null).join(' | ');
  });
}

/** Σ of a column of the golden rows, as an import states it. */
function totalOf(rows: Golden, at: 0 | 1): { currency: string; amount: string }[] {
  const cells = rows.map((r) => r.split(' | ')[3]?.split(/ \/ | /) ?? []);
  const amounts = cells.flatMap((c) => (c[at] === '–' ? [] : [c[at] ?? '']));
  if (amounts.length === 0) return [];
  return [{ currency: cells[0]?.[2] ?? '', amount: amounts.reduce((sum, a) => sum.plus(a), new Big(0)).toFixed() }];
}

async function withSession<T>(work: (session: Session, folder: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(scratch, 'session-'));
  const session = await openSession({ scratch: folder, folders: [import.meta.dirname], memory: '256MB' });
  return work(session, folder).finally(() => session.close());
}

describe.each(golden)('%s', (file, format, version, rows) => {
  test('is claimed by one format and no other', async () => {
    await withSession(async (session, folder) => {
      const found = await recognise(session, { path: at(file), name: file }, folder, {});
      expect([found.format.id, found.version]).toEqual([format, version]);
      const written = found.members[0]?.readable.written ?? [];
      const header = { written, has: (name: string) => written.some((w) => fold(w) === name) };
      // Oracle's FOCUS is FOCUS as well; the more particular one stands first.
      const claims = formats.filter((f) => f.recognise(header)).map((f) => f.id);
      expect(claims).toEqual(format === 'oci-focus' ? ['oci-focus', 'focus'] : [format]);
    });
  });

  test('becomes its golden rows and keeps its total', async () => {
    const actor = await makeActor();
    const result = await importPath(actor, at(file), {});
    expect(await rowsOf(actor)).toEqual(rows);
    expect(result).toMatchObject({ outcome: 'imported', rejected: 0, billed: totalOf(rows, 0), effective: totalOf(rows, 1) });
  });

  test('is staged in the order of the file', async () => {
    // A join anywhere in the plan would scramble the rows of a large file, and with them every line number.
    await withSession(async (session, folder) => {
      const { members, format: f, dataset } = await recognise(session, { path: at(file), name: file }, folder, {});
      const filled = filledDimensions(members, f.mappingFor?.(dataset) ?? f.mapping);
      let plan = '';
      const explaining = {
        ...session,
        run: async (statement: string) => {
          plan = JSON.stringify(await session.rows(`explain ${statement}`));
        },
      };
      for (const { readable, columns } of members)
        await stageMember({
          session: explaining,
          readable,
          columns,
          format: f,
          dataset,
          choices: {},
          file: path.join(folder, 'rows.parquet'),
          filled,
        });
      expect(plan).toContain('BATCH_COPY_TO_FILE');
      expect(plan).not.toContain('JOIN');
    });
  });
});

describe('packed and in Parquet the same bill is the same', () => {
  const csv = golden.filter(([file]) =>
    [
      'focus/focus-1.2.csv',
      'azure/ea-actual.csv',
      'aws/cur-2.0.csv',
      'openai/dashboard-cost.csv',
      'gcp/standard.csv',
      'anthropic/console-cost.csv',
      'github/premium-requests.csv',
      'm365/licenses.csv',
    ].includes(file),
  );

  test.each(csv)('%s as gz and as zip', async (file, _format, _version, rows) => {
    const bytes = fs.readFileSync(at(file));
    for (const packed of [
      writeFile('bill.csv.gz', gzipSync(bytes)),
      writeFile('bill.zip', zipOf({ name: 'part_0_0001.csv', data: bytes }, { name: 'manifest.json', data: '{}' })),
    ]) {
      const actor = await makeActor();
      await importPath(actor, packed, {});
      expect(await rowsOf(actor)).toEqual(rows);
    }
  });

  // With its numbers as text, and as DuckDB guesses them: DOUBLE and TIMESTAMP, as AWS and Azure deliver.
  test.each(csv.flatMap(([file, , , rows]) => [true, false].map((asText) => [file, asText, rows] as const)))(
    '%s as Parquet, all text: %s',
    async (file, asText, rows) => {
      const to = path.join(scratch, `${path.basename(file)}-${asText}.parquet`);
      const duck = await (await DuckDBInstance.create(':memory:')).connect();
      await duck.run(
        `set TimeZone = 'UTC'; copy (select * from read_csv('${at(file)}', all_varchar = ${asText})) to '${to}' (format parquet)`,
      );
      duck.closeSync();
      const actor = await makeActor();
      await importPath(actor, to, {});
      // In Parquet there is no header: the first row is row 1.
      expect(await rowsOf(actor)).toEqual(rows.map((r) => r.replace(/^\d+/, (line) => String(Number(line) - 1))));
    },
  );
});

test('terms of a contract are kept and are no charge', async () => {
  const actor = await makeActor();
  const result = await importPath(actor, at('focus/contract-commitment-1.3.csv'), {});
  expect(result).toMatchObject({ outcome: 'imported', rows: 1, billed: [], effective: [], from: '2026-01-01', to: '2027-01-01' });
  expect(await rowsOf(actor)).toEqual([]);
  const kept = await query<{ line: bigint; id: string }>(
    actor.organizationId,
    sql`select line, columns ->> 'ContractCommitmentId' as id from contract_commitment where organization_id = ${actor.organizationId}`,
  );
  expect(kept).toEqual([{ line: 2n, id: 'cc-1' }]);
});

test('every fixture has golden rows', () => {
  const files = fs
    .readdirSync(import.meta.dirname)
    .filter((p) => fs.existsSync(path.join(import.meta.dirname, p, 'fixtures')))
    .flatMap((p) => fs.readdirSync(path.join(import.meta.dirname, p, 'fixtures')).map((f) => `${p}/${f}`));
  expect([...golden.map(([file]) => file), 'focus/contract-commitment-1.3.csv'].sort()).toEqual(files.sort());
});
