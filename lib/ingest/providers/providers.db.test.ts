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

/** Line, day, category, billed / effective cost, model or service, kind and number of tokens, team. */
type Golden = string[];

const golden: [file: string, format: string, version: string | null, rows: Golden][] = [
  [
    'focus/focus-1.0.csv',
    'focus',
    '1.0',
    [
      '2 | 2026-08-03 | Usage | 0.33 / 0.33 EUR | gpt-4o-mini-2024-07-18 | input | 2000000 | search',
      '3 | 2026-08-04 | Usage | 0.66 / 0.66 EUR | gpt-4o-mini-2024-07-18 | output | 1100000 | search',
      '4 | 2026-08-01 | Tax | 0.1881 / 0.1881 EUR | Tax',
    ],
  ],
  [
    'focus/focus-1.1.csv',
    'focus',
    '1.1',
    [
      '2 | 2026-08-03 | Usage | 0.33 / 0.33 EUR | gpt-4o-mini-2024-07-18 | input | 2000000 | search',
      '3 | 2026-08-04 | Usage | 0.66 / 0.66 EUR | gpt-4o-mini-2024-07-18 | output | 1100000 | search',
      '4 | 2026-08-03 | Credit | -0.05 / -0.05 EUR | Azure OpenAI',
    ],
  ],
  [
    'focus/focus-1.2.csv',
    'focus',
    '1.2',
    [
      '2 | 2026-08-03 | Usage | 0.33 / 0.33 EUR | gpt-4o-mini-2024-07-18 | input | 2000000 | search',
      '3 | 2026-08-01 | Purchase | 876 / 0 EUR | Virtual Machines',
      '4 | 2026-08-03 | Usage | 0 / 1.2 EUR | Virtual Machines | search',
    ],
  ],
  [
    'focus/focus-1.3.csv',
    'focus',
    '1.3',
    [
      '2 | 2026-08-03 | Usage | 0.03 / 0.03 EUR | gemini-2.5-flash | input | 100000 | search',
      '3 | 2026-08-03 | Usage | 0.25 / 0.25 EUR | gemini-2.5-flash | output | 100000 | search',
    ],
  ],
  [
    'focus/focus-1.4.csv',
    'focus',
    '1.4',
    [
      '2 | 2026-08-03 | Usage | 0.800000000000000001 / 0.800000000000000001 EUR | nova-pro | input | 1000000 | search',
      '3 | 2026-08-01 | Tax | 0.1881 / 0.1881 EUR | Tax',
    ],
  ],
  [
    'focus/snake-case.csv',
    'focus',
    '1.2',
    [
      '2 | 2026-08-03 | Usage | 0.33 / 0.33 EUR | gpt-4o-mini-2024-07-18 | input | 2000000 | search',
      '3 | 2026-08-04 | Usage | 0.66 / 0.66 EUR | gpt-4o-mini-2024-07-18 | output | 1100000 | search',
    ],
  ],
  [
    'azure/ea-actual.csv',
    'azure-cost-details',
    'EA',
    [
      '2 | 2026-08-13 | Usage | 0.99 / 0.99 EUR | gpt-5-mini | input | 4500000 | chat',
      '3 | 2026-08-14 | Usage | 2.2 / 2.2 EUR | gpt-5-mini | output | 1250000 | chat',
      '4 | 2026-08-15 | Purchase | 1200 / 0 EUR | Virtual Machines', // a reservation is billed when bought and costs its usage later
      '5 | 2026-08-15 | Usage | 0 / 0 EUR | Virtual Machines',
    ],
  ],
  [
    'azure/ea-amortized.csv',
    'azure-cost-details',
    'EA',
    [
      '2 | 2026-08-13 | Usage | – / 0.99 EUR | gpt-5-mini | input | 4500000 | chat',
      '3 | 2026-08-14 | Usage | – / 2.2 EUR | gpt-5-mini | output | 1250000 | chat',
      '4 | 2026-08-15 | Usage | – / 3.28767123 EUR | Virtual Machines',
      '5 | 2026-08-15 | Usage | – / 0.2739726 EUR | Virtual Machines', // the unused part of the reservation
    ],
  ],
  [
    'azure/mca.csv',
    'azure-cost-details',
    'MCA',
    [
      '2 | 2026-08-21 | Usage | 0.979 / 0.979 CHF | gpt-4.1 | input | 500000 | labs',
      '3 | 2026-08-21 | Adjustment | 0.001 / 0.001 CHF | Rounding',
    ],
  ],
  ['azure/csp.csv', 'azure-cost-details', 'CSP', ['2 | 2026-08-22 | Usage | 0.979 / 0.979 EUR | gpt-4.1 | input | 500000 | labs']],
  [
    'azure/payg-german.csv',
    'azure-cost-details',
    'pay-as-you-go',
    [
      '2 | 2026-08-05 | Usage | 0.45 / 0.45 EUR | gpt-4o-mini-2024-07-18 | input | 3000000 | prüfung',
      '3 | 2026-08-06 | Usage | 0.12 / 0.12 EUR | Bandwidth',
    ],
  ],
  [
    'aws/cur-legacy.csv',
    'aws-cur',
    'legacy',
    [
      '2 | 2026-08-10 | Usage | 1.2 / 1.2 USD | nova-pro | input | 1500000 | search',
      '3 | 2026-08-10 | Usage | 0 / 0.07 USD | Amazon EC2 | search', // its negation, line 4, is folded into it
      '5 | 2026-08-10 | Purchase | 0.1 / 0.03 USD | Savings Plans for AWS Compute usage', // used 0.07 + unused 0.03 = committed 0.1
      '6 | 2026-08-01 | Tax | 0.228 / 0.228 USD | Amazon Bedrock',
    ],
  ],
  [
    'aws/cur-2.0.csv',
    'aws-cur',
    '2.0',
    [
      '2 | 2026-08-10 | Usage | 1.2 / 1.2 USD | nova-pro | input | 1500000 | search',
      '3 | 2026-08-10 | Usage | 3 / 3 USD | claude-sonnet-4-6 | output | 200000 | search',
    ],
  ],
  [
    'aws/cur-athena.csv',
    'aws-cur',
    'snake_case',
    [
      '2 | 2026-08-10 | Usage | 1.2 / 1.2 USD | nova-pro | input | 1500000 | search',
      '3 | 2026-08-01 | Tax | 0.228 / 0.228 USD | Amazon Bedrock',
    ],
  ],
  [
    'openai/dashboard-cost.csv',
    'openai-costs',
    null,
    [
      '3 | 2026-08-02 | Usage | 0.00383598 / 0.00383598 USD | gpt-5.5-2026-04-23 | cached_input | 1200000',
      '4 | 2026-08-02 | Usage | 1.25 / 1.25 USD | gpt-4.1-2025-04-14 | output | 250000',
      '5 | 2026-08-02 | Usage | 0.05 / 0.05 USD | OpenAI API',
    ],
  ],
  [
    'openai/costs.json',
    'openai-costs',
    null,
    [
      '1 | 2026-08-02 | Usage | 0.06 / 0.06 USD | gpt-4.1-2025-04-14 | input | 30000',
      '2 | 2026-08-02 | Usage | 0.750000000000000000000000000001 / 0.750000000000000000000000000001 USD | gpt-4.1-2025-04-14 | output | 93750',
    ],
  ],
  [
    'openai/usage-completions.json', // one result, four kinds of tokens that are disjoint, no money
    'openai-usage',
    null,
    [
      '1 | 2026-08-02 | Usage | – / – – | gpt-4.1-2025-04-14 | cache_write | 100',
      '1 | 2026-08-02 | Usage | – / – – | gpt-4.1-2025-04-14 | cached_input | 400',
      '1 | 2026-08-02 | Usage | – / – – | gpt-4.1-2025-04-14 | input | 500',
      '1 | 2026-08-02 | Usage | – / – – | gpt-4.1-2025-04-14 | output | 500',
    ],
  ],
  [
    'gcp/detailed.jsonl',
    'gcp-billing',
    'detailed',
    [
      '1 | 2026-08-03 | Usage | 0.3 / 0.3 EUR | gemini-2.5-flash | input | 1000000 | search',
      '2 | 2026-08-03 | Usage | 2.2499950000000001 / 2.2499950000000001 EUR | gemini-2.5-flash | output | 1000000 | search',
      '3 | 2026-08-03 | Purchase | 40 / 40 EUR | Compute Engine | platform',
      '4 | 2026-09-01 | Tax | 8.5 / 8.5 EUR | Invoice',
      '5 | 2026-08-03 | Adjustment | -0.1 / -0.1 EUR | gemini-2.5-flash | input | search',
    ],
  ],
  [
    'gcp/standard.csv',
    'gcp-billing',
    'standard',
    [
      '2 | 2026-08-03 | Usage | 0.999999999 / 0.999999999 USD | gemini-2.5-pro | input | 1000000 | search',
      '3 | 2026-09-01 | Usage | 10 / 10 USD | gemini-2.5-pro | output | 1000000 | platform',
      '4 | 2026-08-03 | Credit | -3 / -3 USD | Vertex AI | platform',
      '5 | 2026-08-31 | Adjustment | 0.004 / 0.004 USD | Vertex AI | platform',
    ],
  ],
  [
    'gcp/python-literals.csv',
    'gcp-billing',
    'standard',
    [
      "2 | 2026-08-09 | Usage | 0 / 0 USD | gemini-2.5-flash | input | 2000000 | people's",
      '3 | 2026-08-09 | Usage | 5.0000000001 / 5.0000000001 USD | gemini-2.5-flash | output | 2000000',
    ],
  ],
  [
    'oci/cost-report.csv',
    'oci-cost',
    null,
    [
      '2 | 2026-08-03 | Usage | 0.240000000000000001 / 0.240000000000000001 EUR | command | search',
      '3 | 2026-08-03 | Usage | 1.08 / 2.16 EUR | llama-3.3-70b | input | search',
      '4 | 2026-08-03 | Usage | -0.00000032 / -0.00000032 EUR | COMPUTE',
    ],
  ],
  [
    'oci/focus-preview.csv',
    'oci-focus',
    '1.0-preview',
    ['2 | 2026-08-15 | Usage | 1.5 / 1.5 EUR | command | search', '3 | 2026-08-15 | Usage | -0.5 / -0.5 EUR | command | search'],
  ],
  [
    'anthropic/console-cost.csv',
    'anthropic-costs',
    'console',
    [
      '2 | 2026-08-03 | Usage | 0.31 / 0.31 USD | claude-sonnet-4-5 | input',
      '3 | 2026-08-03 | Usage | 0.07 / 0.07 USD | claude-sonnet-4-5 | cache_write',
      '4 | 2026-08-04 | Usage | 0.2 / 0.2 USD | Anthropic API',
    ],
  ],
  [
    'anthropic/console-cost-2025.csv',
    'anthropic-costs',
    'console',
    ['2 | 2025-08-03 | Usage | 1.75 / 1.75 USD | claude-opus-4-1 | output'],
  ],
  [
    'anthropic/cost-report.json',
    'anthropic-costs',
    'cost report',
    [
      '1 | 2026-08-03 | Usage | 1.2378912 / 1.2378912 USD | claude-opus-5 | input',
      '2 | 2026-08-03 | Usage | 0.00000000000000000001 / 0.00000000000000000001 USD | claude-opus-5 | cache_write',
      '3 | 2026-08-04 | Usage | 10 / 10 USD | Anthropic API',
    ],
  ],
  [
    'github/ai-usage.csv',
    'github-usage',
    'AI usage with tokens',
    [
      '2 | 2026-09-05 | Usage | 0.0272621300000001 / 0.0272621300000001 USD | claude-sonnet-5',
      '3 | 2026-09-05 | Usage | 0.1 / 0.1 USD | claude-haiku-4-5',
      '4 | 2026-09-06 | Usage | 1 / 1 USD | GitHub Copilot',
    ],
  ],
  [
    'github/premium-requests.csv',
    'github-usage',
    'premium requests',
    ['2 | 2026-05-04 | Usage | 1 / 1 USD | gpt-5', '3 | 2026-05-13 | Usage | 0 / 0 USD | GitHub Copilot'],
  ],
  [
    'github/metered.csv',
    'github-usage',
    'metered',
    ['2 | 2026-09-10 | Usage | 0.96 / 0.96 USD | GitHub Actions', '3 | 2026-09-10 | Purchase | 1.9 / 1.9 USD | GitHub Copilot'],
  ],
  ['github/premium-requests.json', 'github-usage', 'AI usage', ['1 | 2026-09-01 | Usage | 3 / 3 USD | gpt-5']],
  [
    'openrouter/activity.csv',
    'openrouter-activity',
    null,
    [
      '2 | 2026-08-03 | Usage | 4.3000000000000001 / 4.3000000000000001 USD | claude-opus-4-7',
      '3 | 2026-08-04 | Usage | 0.7 / 0.7 USD | gemini-2.5-pro',
    ],
  ],
  ['openrouter/activity.json', 'openrouter-activity', null, ['1 | 2026-08-05 | Usage | 0.015 / 0.015 USD | gpt-5-mini']],
  [
    'm365/licenses.csv',
    'm365-licenses',
    null,
    [
      '2 | 2026-08-13 | Purchase | 562 / 562 EUR | Microsoft 365 Copilot',
      '3 | 2026-08-13 | Purchase | -10.5 / -10.5 EUR | Microsoft 365 E5',
    ],
  ],
];

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
    ['focus/focus-1.2.csv', 'azure/ea-actual.csv', 'aws/cur-2.0.csv', 'openai/dashboard-cost.csv'].includes(file),
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
