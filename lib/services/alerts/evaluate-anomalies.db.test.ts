import { expect, test } from 'vitest';
import { addDays } from '../../core/time/days';
import { prisma } from '../../db/client';
import { makeActor, writeFile } from '../../runtime/test-database';
import { applyAgreements } from '../agreements/apply-agreements';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { importSeries } from '../series/import-series';
import { type BedrockRow, bedrockBill } from './bedrock-bill.fixture';
import { evaluateAgreements } from './evaluate-agreements';
import { evaluateAnomalies } from './evaluate-anomalies';

const now = new Date('2026-08-31T12:00:00Z');
const day = (i: number) => addDays('2026-07-06', i);
/** Eight weeks, two teams; on the last day but two team a costs ten times as much. */
const bill = (size: number) =>
  focusFile(
    Array.from({ length: 56 }, (_, i) => i).flatMap((i) =>
      ['a', 'b'].map((team) => {
        const amount = String((team === 'a' && i === 53 ? 10 : 1) * size);
        return focusRow({
          BilledCost: amount,
          EffectiveCost: amount,
          BillingPeriodStart: `${day(i).slice(0, 7)}-01T00:00:00Z`,
          ChargePeriodStart: `${day(i)}T00:00:00Z`,
          ChargePeriodEnd: `${day(i + 1)}T00:00:00Z`,
          Tags: JSON.stringify({ team }),
        });
      }),
    ),
  );
const alerts = (organizationId: number, kind: string) =>
  prisma().alert.findMany({ where: { organizationId, kind }, orderBy: { id: 'asc' } });

test('ten times the usual on one day is one alert that names its driver; loading it again tells nothing', async () => {
  const actor = await makeActor();
  await importPath(actor, writeFile('bill.csv', bill(100)), {});
  await evaluateAnomalies(actor.organizationId, now);
  await importPath(actor, writeFile('again.csv', `${bill(100)}\n`), {});
  await evaluateAnomalies(actor.organizationId, now);
  const [found, ...more] = await alerts(actor.organizationId, 'anomaly');
  expect(more).toEqual([]);
  expect(found?.title).toBe('Virtual Machines, team a: 1,000.00 USD on 28 Aug, 100.00 USD expected.');
  expect(found?.link).toContain('f=team%3Aa');
});

const models = ['anthropic.claude-sonnet-4-5', 'openai.gpt-oss-120b', 'meta.llama3-3-70b-instruct'];
/** Eight weeks of three models; `times` says how much more than usual a model cost on a day. */
const modelBill = (times: (model: string, day: string) => number, count = 56): string =>
  bedrockBill(
    Array.from({ length: count }, (_, i) => day(i)).flatMap((d) =>
      models.map((model): BedrockRow => ({ day: d, model, amount: String(40 * times(model, d)) })),
    ),
  );
const titlesAfter = async (text: string, again = 1) => {
  const actor = await makeActor();
  for (let i = 0; i < again; i++) {
    await importPath(actor, writeFile('bill.csv', text + '\n'.repeat(i)), {});
    await evaluateAnomalies(actor.organizationId, now);
  }
  return (await alerts(actor.organizationId, 'anomaly')).map((a) => a.title);
};

test('ten times the usual of one model is one anomaly that names the model, not its service and provider as well', async () => {
  const once = (model: string, d: string) => (model === models[0] && d === '2026-08-28' ? 10 : 1);
  expect(await titlesAfter(modelBill(once), 2)).toEqual(['claude-sonnet-4-5 on Amazon Bedrock: 400.00 USD on 28 Aug, 40.00 USD expected.']);
});

test('models that all cost more on one day are told as their service', async () => {
  expect(await titlesAfter(modelBill((_, d) => (d === '2026-08-28' ? 10 : 1)))).toEqual([
    'Amazon Bedrock: 1,200.00 USD on 28 Aug, 120.00 USD expected.',
  ]);
});

test('what is more than a week ago is history, and a newest day that is not whole yet is no drop', async () => {
  expect(await titlesAfter(modelBill((_, d) => (d === '2026-08-20' ? 10 : 1)))).toEqual([]);
  expect(await titlesAfter(modelBill((_, d) => (d === '2026-08-30' ? 0.1 : 1)))).toEqual([]);
});

test('a provider whose bill ends earlier than another one has not dropped', async () => {
  const actor = await makeActor();
  await importPath(actor, writeFile('bill.csv', bill(100)), {});
  await importPath(
    actor,
    writeFile(
      'bedrock.csv',
      modelBill(() => 1, 53),
    ),
    {},
  );
  await evaluateAnomalies(actor.organizationId, now);
  expect((await alerts(actor.organizationId, 'anomaly')).map((a) => a.title)).toEqual([
    'Virtual Machines, team a: 1,000.00 USD on 28 Aug, 100.00 USD expected.',
  ]);
});

test('ten times almost nothing is none', async () => {
  const actor = await makeActor();
  await importPath(actor, writeFile('small.csv', bill(1)), {});
  await evaluateAnomalies(actor.organizationId, now);
  expect(await alerts(actor.organizationId, 'anomaly')).toEqual([]);
});

test('a cap that is used up and a date that comes near are told once', async () => {
  const actor = await makeActor();
  await importSeries(actor, 'revenue', { name: 'r.csv', text: 'date,amount,currency\n2026-08-01,900,USD\n' });
  const text = `
agreements:
  - {name: share, kind: revenue_share, direction: pay, currency: USD, start: 2026-08-01, end: 2030-12-31, terms: [{from: 2026-08-01, rate: "1"}], cap: "1000.00", base: {series: revenue}, milestones: [{name: Notice, date: 2026-09-20, remind_days: [30, 7]}]}`;
  await applyAgreements(actor, { name: 'a.yaml', text });
  const titles = async () => (await alerts(actor.organizationId, 'agreement')).map((a) => a.title);
  await evaluateAgreements(actor.organizationId, now);
  await evaluateAgreements(actor.organizationId, now);
  expect(await titles()).toEqual(['share: 80 % of 1,000.00 USD is used.', 'share: Notice on 2026-09-20.']);
  await importSeries(actor, 'revenue', { name: 's.csv', text: 'date,amount,currency\n2026-08-02,500,USD\n' });
  await evaluateAgreements(actor.organizationId, new Date('2026-09-14T12:00:00Z'));
  expect((await titles()).slice(2)).toEqual(['share: all of 1,000.00 USD is used.', 'share: Notice on 2026-09-20.']);
});
