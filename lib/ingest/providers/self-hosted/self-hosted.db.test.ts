import fs from 'node:fs';
import path from 'node:path';
import Big from 'big.js';
import { expect, test } from 'vitest';
import type { Actor } from '../../../core/access/actor';
import { query, sql } from '../../../db/sql';
import { makeActor, writeFile } from '../../../runtime/test-database';
import { queryCosts } from '../../../services/costs/query-costs';
import { importEvents } from '../../../services/events/import-events';
import { importPath } from '../../../services/imports/import-path';
import { getCapacity } from '../../../services/models/get-capacity';

const template = path.join(import.meta.dirname, '../../../../docs/examples/self-hosted.csv');
const october = { from: '2026-10-01', to: '2026-11-01' };
const head = 'day,cluster,gpu,model,gpu_hours,rate,currency,team';
const list = (...rows: string[]) => writeFile('gpus.csv', [head, ...rows].join('\n'));

const rowsOf = async ({ organizationId }: Actor) =>
  (
    await query<Record<string, string | null>>(
      organizationId,
      sql`select (c.charge_period_start at time zone 'UTC')::date::text as day, p.billing_account_id as cluster, p.sku_meter as gpu, p.x_model as model,
                 trim_scale(c.billed_cost)::text as billed, trim_scale(c.effective_cost)::text as effective, p.billing_currency as currency,
                 trim_scale(c.consumed_quantity)::text as hours, p.x_provider as provider, p.x_lifecycle as lifecycle, p.x_service_tier as tier, p.x_is_ai::text as ai,
                 p.x_model_class as class, p.x_team as team
            from charge c join charge_profile p on p.organization_id = c.organization_id and p.profile_key = c.profile_key
           where c.organization_id = ${organizationId} order by c.line`,
    )
  ).map((r) =>
    Object.values(r)
      .map((v) => v ?? '–')
      .join(' '),
  );

test('the template becomes these charges: hours times rate, to the last digit', async () => {
  const actor = await makeActor();
  const result = await importPath(actor, template, {});
  expect(await rowsOf(actor)).toEqual([
    '2026-10-05 berlin-1 H100 llama-3.3-70b-instruct 404.16 404.16 EUR 192 self-hosted inference provisioned true classified platform',
    '2026-10-05 berlin-2 L40S mistral-small-2503 7.565 7.565 EUR 8.5 self-hosted inference provisioned true classified support',
    '2026-10-06 berlin-1 H100 llama-3.3-70b-instruct 404.16 404.16 EUR 192 self-hosted inference provisioned true classified platform',
    '2026-10-06 berlin-2 L40S – 1.111111109888888889 1.111111109888888889 EUR 3.333333333 self-hosted – – true not_ai –',
  ]);
  expect(result).toMatchObject({ outcome: 'imported', format: 'Self-hosted GPU hours', rows: 4, rejected: 0 });
  expect(result.billed).toEqual([{ currency: 'EUR', amount: '816.996111109888888889' }]);
  expect(await importPath(actor, template, {})).toMatchObject({ outcome: 'unchanged' });
  const costs = await queryCosts(actor, { groupBy: ['provider', 'model', 'team'], ...october });
  expect(costs.map((c) => [...Object.values(c.group), new Big(c.effective ?? 0).toFixed()])).toContainEqual([
    'self-hosted',
    'llama-3.3-70b-instruct',
    'platform',
    '808.32',
  ]);
  expect(await rowsOf(await makeActor())).toEqual([]);
});

test('a day that comes again takes the place of the same cluster’s day', async () => {
  const actor = await makeActor();
  await importPath(
    actor,
    list('2026-10-05,a,H100,m-1,24,2,EUR,', '2026-10-06,a,H100,m-1,24,2,EUR,', '2026-10-05,b,H100,m-1,24,2,EUR,'),
    {},
  );
  await importPath(actor, list('2026-10-06,a,H100,m-1,12,2,EUR,'), {});
  const costs = await queryCosts(actor, { groupBy: ['account', 'day'], ...october });
  expect(costs.map((c) => [c.group.account, c.group.day, new Big(c.billed ?? 0).toFixed()])).toEqual([
    ['a', '2026-10-05', '48'],
    ['a', '2026-10-06', '24'],
    ['b', '2026-10-05', '48'],
  ]);
});

test.each([
  ['-5', '2', 'gpu_hours -5'],
  ['', '2', 'gpu_hours is missing'],
  ['NaN', '2', 'gpu_hours NaN'],
  ['Infinity', '2', 'gpu_hours Infinity'],
  ['1e3', '2', 'gpu_hours 1e3'],
  ['"1,000"', '2', 'gpu_hours 1,000'],
  ['24', '', 'rate is missing'],
  ['24', '-2', 'rate -2'],
  ['24', 'nan', 'rate nan'],
  ['24', '0.1234567891', 'rate 0.1234567891'], // a tenth decimal would be rounded away
  ['9999999999', '2', 'gpu_hours 9999999999'],
])('%s hours at a rate of "%s" are rejected by name, and the good row stays', async (hours, rate, said) => {
  const actor = await makeActor();
  const file = list('2026-10-05,good,H100,m-1,24,2,EUR,', `2026-10-05,bad,H100,m-1,${hours},${rate},EUR,`);
  const result = await importPath(actor, file, {});
  expect(result).toMatchObject({ outcome: 'imported-with-rejects', rows: 2, rejected: 1, billed: [{ currency: 'EUR', amount: '48' }] });
  const rejects = await query<{ result: unknown }>(
    actor.organizationId,
    sql`select result from import where organization_id = ${actor.organizationId}`,
  );
  const files = fs.readdirSync(process.env.HEADROOM_HOME ?? '', { recursive: true }).map(String);
  const written = files.filter((f) => /reject/i.test(f)).map((f) => path.join(process.env.HEADROOM_HOME ?? '', f));
  const texts = written.filter((f) => fs.statSync(f).isFile()).map((f) => fs.readFileSync(f, 'utf8'));
  expect(`${JSON.stringify(rejects)}${texts.join('')}`.replaceAll('""', '"')).toContain(said);
});

test('a row without a currency or a day is rejected, a list without rates is no such list', async () => {
  const actor = await makeActor();
  const result = await importPath(actor, list('2026-10-05,a,H100,m,1,1,,', ',a,H100,m,1,1,EUR,', '2026-10-05,a,H100,m,1,1,EUR,'), {});
  expect(result).toMatchObject({ outcome: 'imported-with-rejects', rejected: 2 });
  const without = writeFile('gpus.csv', 'day,cluster,gpu,model,gpu_hours,currency\n2026-10-05,a,H100,m,1,EUR');
  expect(await importPath(actor, without, {})).toMatchObject({ outcome: 'refused' });
});

const calls = (model: string, account: string) => `time,event_id,model,channel,account,input_tokens,output_tokens
2026-10-05T10:00:00Z,e1,${model},self,${account},4000000,0
2026-10-05T11:00:00Z,e2,${model},self,${account},0,1000000
`;

test('with its calls a cluster says what a million tokens cost and how much of it was used', async () => {
  const actor = await makeActor();
  await importPath(actor, list('2026-10-05,berlin-1,H100,meta-llama/Llama-3.3-70B-Instruct,192,2.5,EUR,'), {});
  expect(await getCapacity(actor, october)).toMatchObject([
    {
      provider: 'self-hosted',
      currency: 'EUR',
      invoice: '480',
      tokens: '0',
      utilisation: null,
      why: expect.stringContaining('channel "self"'),
    },
  ]);
  await importEvents(actor, writeFile('calls.csv', calls('meta-llama/Llama-3.3-70B-Instruct', 'berlin-1')));
  const [line] = await getCapacity(actor, october);
  // two of 24 hours had calls; 480 ÷ 5 M tokens
  expect(line).toMatchObject({ invoice: '480', attributed: '40', idle: '440', tokens: '5000000', perMillion: '96', breakEven: null });
  expect(Number(line?.utilisation)).toBeCloseTo(2 / 24, 9);
});

test('a machine that was paid for eight hours is used by two of eight', async () => {
  const actor = await makeActor();
  await importPath(actor, list('2026-10-05,berlin-2,L40S,mistral-small-2503,8,1.5,EUR,'), {});
  await importEvents(actor, writeFile('calls.csv', calls('mistral-small-2503', 'berlin-2')));
  const [line] = await getCapacity(actor, october);
  expect(line).toMatchObject({ invoice: '12', attributed: '3', idle: '9', utilisation: '0.25', perMillion: '2.4' });
});
