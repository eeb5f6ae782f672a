import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeActor, writeFile } from '../../runtime/test-database';
import { importPath } from '../../services/imports/import-path';
import { zipOf } from '../../services/imports/zip.fixture';

const at = (file: string) => fs.readFileSync(path.join(import.meta.dirname, file.replace('/', '/fixtures/')), 'utf8');
const gcp = at('gcp/standard.csv');
const python = at('gcp/python-literals.csv');
const nested = at('gcp/detailed.jsonl');
const oci = at('oci/cost-report.csv');
const anthropic = at('anthropic/console-cost.csv');
const report = at('anthropic/cost-report.json');
const github = at('github/ai-usage.csv');
const metered = at('github/metered.csv');
const openrouter = at('openrouter/activity.csv');
const m365 = at('m365/licenses.csv');
const azure = at('azure/ea-actual.csv');

const lines = (text: string) => text.split(/\r?\n/).filter(Boolean);
const header = (text: string) => `${lines(text)[0]}\n`;
/** The file with one of its lines, the header being 1, changed. */
const withLine = (text: string, line: number, change: (text: string) => string) =>
  `${lines(text)
    .map((l, i) => (i === line - 1 ? change(l) : l))
    .join('\n')}\n`;
const withoutColumn = (text: string, column: string) => text.replace(column, 'something_else');

type Outcome = 'imported' | 'imported-with-rejects' | 'refused';
type Case = [
  what: string,
  name: string,
  content: string | Buffer,
  outcome: Outcome,
  accepted: number,
  rejected: number,
  says: RegExp | null,
];

const cases: Case[] = [
  // The same bill in another dress.
  ['a byte order mark', 'a.csv', `\ufeff${anthropic.replace('\ufeff', '')}`, 'imported', 3, 0, null],
  ['semicolons', 'a.csv', openrouter.replaceAll(',', ';'), 'imported', 2, 0, null],
  ['tabs', 'a.csv', anthropic.replaceAll(',', '\t'), 'imported', 3, 0, null],
  ['CRLF', 'a.csv', gcp.replaceAll('\n', '\r\n'), 'imported', 4, 0, null],
  ['blank lines among the rows', 'a.csv', anthropic.replaceAll('\n', '\n\n'), 'imported', 3, 0, null],
  [
    'days with a year of two digits, as a spreadsheet saves them',
    'a.csv',
    azure.replace(/\b0?(\d+)\/0?(\d+)\/20(\d\d)\b/g, '$1/$2/$3'),
    'imported',
    lines(azure).length - 1,
    0,
    null,
  ],
  [
    'an invoice at the wrong door',
    'a.csv',
    'BilledCost,BillingAccountId,BillingCurrency,BillingPeriodStart,InvoiceId,InvoiceIssueDate,InvoiceIssueStatus,InvoiceIssuerName\n5,a,USD,2026-08-01,I-1,2026-09-02,Issued,AWS\n',
    'refused',
    0,
    1,
    /Invoice Detail.*Reconciliation/,
  ],
  ['gz', 'a.csv.gz', gzipSync(oci), 'imported', 3, 0, null],
  [
    'columns in another order and case',
    'a.csv',
    'SKU,NET_AMOUNT,Gross_Amount,Product,Date\nx,1.5,2,copilot,2026-08-03\n',
    'imported',
    1,
    0,
    null,
  ],
  ['lines of JSON with a byte order mark and a blank line', 'a.jsonl', `\ufeff${nested.replace('\n', '\n\n')}`, 'imported', 5, 0, null],
  ['JSON lines as one array', 'a.json', `[${lines(nested).join(',\n')}]`, 'imported', 5, 0, null],
  [
    'pages of one answer',
    'a.json',
    `[${report.replace('"has_more": false', '"has_more": true')},${report.replaceAll('2026-08-0', '2026-07-0')}]`,
    'imported',
    6,
    0,
    null,
  ],
  [
    'FOCUS as lines of JSON',
    'a.jsonl',
    '{"BilledCost":1.5,"BillingCurrency":"USD","ChargePeriodStart":"2026-08-01","ProviderName":"Acme","Tags":{"team":"x"}}\n',
    'imported',
    1,
    0,
    null,
  ],
  ['several answers in a row', 'a.json', `${report}\n${report.replaceAll('2026-08-0', '2026-07-0')}`, 'imported', 6, 0, null],
  // Nothing in it.
  ['an empty file', 'a.csv', '', 'refused', 0, 0, /a\.csv is empty/],
  ['an empty JSON list', 'a.json', '[]', 'refused', 0, 0, /JSON/],
  ...[gcp, oci, anthropic, github, openrouter, m365].map(
    (text, i): Case => [`only a header (${i + 1})`, 'a.csv', header(text), 'imported', 0, 0, /has a header and no charges/],
  ),
  [
    'an answer without results',
    'a.json',
    '{"data":[{"starting_at":"2026-08-01T00:00:00Z","results":[]}],"has_more":false}',
    'imported',
    0,
    0,
    /no charges/,
  ],
  ['an answer without buckets', 'a.json', '{"data":[],"has_more":false}', 'refused', 0, 0, /is JSON, but neither/],
  // Not what can be read.
  ['UTF-16', 'a.csv', Buffer.from(`\ufeff${anthropic}`, 'utf16le'), 'refused', 0, 0, /UTF-16.*CSV UTF-8/],
  ['a missing day column', 'a.csv', withoutColumn(gcp, 'usage_start_time'), 'refused', 0, 4, /no format known here|no column/],
  [
    'a missing currency',
    'a.csv',
    withoutColumn(gcp, ',currency,').replace('something_else', ',something,'),
    'refused',
    0,
    4,
    /no currency column/,
  ],
  [
    'a missing cost column',
    'a.csv',
    oci.replace('cost/myCost,', 'cost/other,'),
    'imported-with-rejects',
    1,
    2,
    /line 2: BilledCost is empty/,
  ],
  ['a missing net amount', 'a.csv', withoutColumn(metered, 'net_amount'), 'refused', 0, 2, /no format known here.*Nearest is/],
  [
    'a count of tokens at the door for bills',
    'a.csv',
    'usage_date_utc,model_version,usage_input_tokens_no_cache\n2026-08-01,m,5\n',
    'refused',
    0,
    1,
    /counts usage and bills nothing.*events import/,
  ],
  [
    'a usage report at the door for bills',
    'a.json',
    '{"data":[{"starting_at":"2026-08-01T00:00:00Z","results":[{"uncached_input_tokens":5,"model":"m"}]}]}',
    'refused',
    0,
    0,
    /Anthropic usage report: it counts usage/,
  ],
  [
    'one day grouped in two ways',
    'a.json',
    '{"data":[{"starting_at":"2026-08-01T00:00:00Z","results":[{"amount":"5","currency":"USD","description":"a"}]},{"starting_at":"2026-08-01T00:00:00Z","results":[{"amount":"5","currency":"USD","description":null}]}]}',
    'refused',
    0,
    0,
    /2026-08-01 twice/,
  ],
  [
    'JSON that ends in the middle of its list',
    'a.json',
    `[${lines(nested).join(',')}`.slice(0, -40),
    'refused',
    0,
    0,
    /ends in the middle/,
  ],
  ['JSON of nobody', 'a.json', '[{"hello": 1}]', 'refused', 0, 1, /is JSON, but neither .*\(fields: hello\)/],
  [
    'two formats in one zip',
    'a.zip',
    zipOf({ name: 'a.csv', data: gcp }, { name: 'b.csv', data: oci }),
    'refused',
    0,
    7,
    /mixes formats: .*a\.csv is Google Cloud billing export.*b\.csv is Oracle cost report/,
  ],
  [
    'a quote in the wrong place',
    'a.csv',
    withLine(gcp, 3, (l) => l.replace('search-prod', '"search-prod')),
    'imported-with-rejects',
    3,
    1,
    /line 3: text follows a closing quote/,
  ],
  ['a gz that is cut off', 'a.csv.gz', gzipSync(oci).subarray(0, 200), 'refused', 0, 0, /gzip file cut short/],
  ['binary data', 'a.json', Buffer.from([0, 1, 2, 3, 4, 5, 0]), 'refused', 0, 0, /binary data/],
  // Some rows cannot be kept.
  ['a line that is cut off', 'a.csv', anthropic.slice(0, -30), 'imported-with-rejects', 2, 1, /line 4: 11 fields, header has 14/],
  ['a header within the rows', 'a.csv', anthropic + anthropic, 'imported-with-rejects', 6, 1, /line 5: ChargePeriodStart is no date/],
  [
    'amounts with a decimal comma',
    'a.csv',
    openrouter.replaceAll(',', ';').replace('"0.7"', '"0,7"'),
    'imported-with-rejects',
    1,
    1,
    /line 3: BilledCost "0,7" is no plain number/,
  ],
  [
    'amounts with a currency sign',
    'a.csv',
    github.replace(',0.0272621300000001,', ',$0.03,'),
    'imported-with-rejects',
    2,
    1,
    /line 2: BilledCost "\$0\.03" is no plain number/,
  ],
  [
    'credits that are no list',
    'a.csv',
    withLine(gcp, 3, (l) => l.replace(/\[\],202608/, 'Trial,202608')),
    'imported-with-rejects',
    3,
    1,
    /line 3: BilledCost "Trial" is no plain number/,
  ],
  [
    'a credit that is no number',
    'a.csv',
    python.replace("'amount': -5e-06", "'amount': free"),
    'imported-with-rejects',
    1,
    1,
    /line 2: BilledCost "free" is no plain number/,
  ],
  [
    'an impossible day',
    'a.csv',
    withLine(github, 2, (l) => l.replace('2026-09-05', '2026-09-31')),
    'imported-with-rejects',
    2,
    1,
    /line 2: ChargePeriodStart is no date/,
  ],
  [
    'a start after its end',
    'a.csv',
    withLine(oci, 2, (l) => l.replace('2026-08-03T05:00Z', '2026-08-03T07:00Z')),
    'imported-with-rejects',
    2,
    1,
    /line 2: ChargePeriodEnd .*lies before ChargePeriodStart/,
  ],
  [
    'an end that is no date',
    'a.csv',
    withLine(m365, 2, (l) => l.replace('9/12/2026', 'soon')),
    'imported-with-rejects',
    1,
    1,
    /line 2: ChargePeriodEnd is no date/,
  ],
  [
    'a currency that is none',
    'a.csv',
    withLine(oci, 3, (l) => l.replace('EUR', '€')),
    'imported-with-rejects',
    2,
    1,
    /line 3: BillingCurrency "€" is no currency code/,
  ],
  [
    'an amount in words in an answer',
    'a.json',
    report.replace('"123.78912"', '"much"'),
    'imported-with-rejects',
    2,
    1,
    /line 1: BilledCost "much" is no plain number/,
  ],
  ['a line of JSON that is cut off', 'a.jsonl', nested.slice(0, -100), 'imported-with-rejects', 4, 1, /line 5: the record cannot be read/],
  [
    'a line that is no object',
    'a.jsonl',
    `${lines(nested)[0]}\n${lines(nested)[1]}\n[1]\n`,
    'imported-with-rejects',
    2,
    1,
    /line 3: the record is no object/,
  ],
  [
    'days with slashes where nobody writes them',
    'a.csv',
    withLine(oci, 2, (l) => l.replace('2026-08-03T05:00Z', '8/3/2026 5:00')),
    'imported-with-rejects',
    2,
    1,
    /line 2: ChargePeriodStart is no date/,
  ],
  [
    'days that prove both orders',
    'a.csv',
    github.replaceAll('2026-09-05', '13/5/2026').replace('2026-09-06', '5/13/2026'),
    'refused',
    0,
    3,
    /Some days read month\/day\/year and others/,
  ],
];

test.each(cases)('%s', async (_what, name, content, outcome, accepted, rejected, says) => {
  const actor = await makeActor();
  const file = writeFile(name, content);
  const result = await importPath(actor, file, {});
  expect({ outcome: result.outcome, accepted: result.accepted, rejected: result.rejected, reason: result.reason }).toEqual({
    outcome,
    accepted,
    rejected,
    reason: says ? expect.stringMatching(says) : null,
  });
  if (outcome === 'refused') expect(result.reason).toContain(path.basename(file));
});
