import { expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { parseFilters } from '../../core/costs/cost-query';
import { addDays } from '../../core/time/days';
import { prisma } from '../../db/client';
import { makeActor, writeFile } from '../../runtime/test-database';
import { type BedrockRow, bedrockBill } from '../alerts/bedrock-bill.fixture';
import { evaluateAnomalies } from '../alerts/evaluate-anomalies';
import { importPath } from '../imports/import-path';
import { expectCosts, forgetExpected, listExpected } from './expect';
import { listAnomalies } from './list-anomalies';

const now = new Date('2026-08-31T12:00:00Z');
const day = (i: number) => addDays('2026-07-06', i);
const models = ['anthropic.claude-sonnet-4-5', 'openai.gpt-oss-120b'];
const bill = (times: (model: string, day: string) => number) =>
  bedrockBill(
    Array.from({ length: 56 }, (_, i) => day(i)).flatMap((d) =>
      models.map((model): BedrockRow => ({ day: d, model, amount: String(40 * times(model, d)) })),
    ),
  );
const spike = (model: string, d: string) => (model === models[0] && (d === '2026-08-27' || d === '2026-08-28') ? 10 : 1);
const found = async (actor: Actor, f: string[] = []) => (await listAnomalies(actor, { period: '30d', f: parseFilters(f) }, now)).items;
const loaded = async (text: string) => {
  const actor = await makeActor();
  await importPath(actor, writeFile('bill.csv', text), {});
  return actor;
};

test('two days that stand out are one item with exact cost, its days, and a link with the same filters', async () => {
  const actor = await loaded(bill(spike));
  const [item, ...more] = await found(actor);
  expect(more).toEqual([]);
  expect(item).toMatchObject({
    sentence: 'claude-sonnet-4-5 on Amazon Bedrock: 800.00 USD from 27 Aug to 28 Aug, 80.00 USD expected.',
    provider: 'aws',
    direction: 'up',
    actual: '800',
    expected: '80.00',
    impact: '720.00',
    days: [
      { day: '2026-08-27', impact: '360.00' },
      { day: '2026-08-28', impact: '360.00' },
    ],
  });
  expect(item?.href).toMatch(/^\/costs\?from=2026-08-27&to=2026-08-29&f=provider%3Aaws.*f=model%3Aclaude-sonnet-4-5&ccy=billing&draw=USD$/);
});

test('a view of other costs has no flag', async () => {
  const actor = await loaded(bill(spike));
  expect(await found(actor, ['service:Amazon Bedrock'])).toHaveLength(1);
  expect(await found(actor, ['model:claude-sonnet-4-5'])).toHaveLength(1);
  expect(await found(actor, ['region:us-east-1', 'ai:true'])).toHaveLength(1);
  expect(await found(actor, ['model:gpt-oss-120b'])).toEqual([]);
  expect(await found(actor, ['-provider:aws'])).toEqual([]);
  expect(await found(actor, ['team:search'])).toEqual([]);
  expect(await found(actor, ['currency:EUR'])).toEqual([]);
});

test('a view that shows a part of what moved has no flag: the figures of the flag would not be those drawn', async () => {
  // both models cost ten times as much on one day, so that the place is the service and neither of them
  const actor = await loaded(bill((_, d) => (d === '2026-08-27' ? 10 : 1)));
  const [item] = await found(actor);
  expect(item?.sentence).toBe('Amazon Bedrock: 800.00 USD on 27 Aug, 80.00 USD expected.');
  expect(await found(actor, ['provider:aws,azure'])).toHaveLength(1);
  expect(await found(actor, ['region:us-east-1'])).toHaveLength(1);
  expect(await found(actor, ['-region:eu-west-1'])).toHaveLength(1);
  expect(await found(actor, ['-provider:azure'])).toHaveLength(1);
  expect(await found(actor, ['model:claude-sonnet-4-5'])).toEqual([]);
  expect(await found(actor, ['model:gpt-oss-120b'])).toEqual([]);
  expect(await found(actor, ['-model:gpt-oss-120b'])).toEqual([]);
  expect(await found(actor, ['-team:(none)'])).toEqual([]);
});

test('a planned event no longer stands out and raises no alert, here or above; taken back, it does again', async () => {
  const actor = await loaded(bill(spike));
  const [item] = await found(actor);
  if (!item) throw new Error('no anomaly');
  const { id } = await expectCosts(actor, {
    ...{ kind: 'event', name: 'Load test', from: item.from, to: item.to },
    filters: [...item.filters, `currency:${item.currency}`],
  });
  expect(await found(actor)).toEqual([]);
  expect(await evaluateAnomalies(actor.organizationId, now)).toEqual([]);
  expect(await listExpected(actor)).toMatchObject([
    {
      kind: 'event',
      name: 'Load test',
      place: 'claude-sonnet-4-5 on Amazon Bedrock',
      days: 'from 27 Aug to 28 Aug',
      createdByName: 'Tester',
    },
  ]);
  await forgetExpected(actor, id);
  await expect(forgetExpected(actor, id)).rejects.toThrow('taken back before');
  expect(await found(actor)).toHaveLength(1);
  expect(await evaluateAnomalies(actor.organizationId, now)).toHaveLength(1);
  const audit = await prisma().auditEvent.findMany({
    where: { organizationId: actor.organizationId, action: { startsWith: 'expected.' } },
  });
  expect(audit.map((a) => a.action)).toEqual(['expected.event', 'expected.withdrawn']);
});

test('a new level is taken as normal from a day on; the other model is judged as before', async () => {
  const actor = await loaded(bill((model, d) => (model === models[0] ? (d >= '2026-08-10' ? 3 : 1) : d === '2026-08-26' ? 10 : 1)));
  const before = await found(actor);
  expect(before.map((i) => i.place)).toContain('claude-sonnet-4-5 on Amazon Bedrock');
  const shift = before.find((i) => i.place.startsWith('claude'));
  await expectCosts(actor, { kind: 'new-normal', name: 'Launch', from: shift?.from ?? '', filters: shift?.filters ?? [] });
  expect((await found(actor)).map((i) => [i.place, i.from])).toEqual([['gpt-oss-120b on Amazon Bedrock', '2026-08-26']]);
});

test('marks stay in their organisation, need a name, days and a part, and readers change nothing', async () => {
  const [a, b] = [await loaded(bill(spike)), await loaded(bill(spike))];
  const mark = { kind: 'event' as const, name: 'x', from: '2026-08-27', to: '2026-08-29', filters: ['provider:aws'] };
  const { id } = await expectCosts(a, mark);
  expect(await found(b)).toHaveLength(1);
  expect(await listExpected(b)).toEqual([]);
  await expect(forgetExpected(b, id)).rejects.toThrow('Nothing like that');
  await expect(expectCosts(a, { ...mark, to: null })).rejects.toThrow();
  await expect(expectCosts(a, { ...mark, filters: ['nonsense:1'] })).rejects.toThrow();
  await expect(expectCosts(a, { ...mark, name: ' ' })).rejects.toThrow();
  await expect(expectCosts({ ...a, role: 'viewer' }, mark)).rejects.toThrow('This needs the role analyst');
});
