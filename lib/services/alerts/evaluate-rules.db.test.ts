import { expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { addDays } from '../../core/time/days';
import { prisma } from '../../db/client';
import { makeActor, writeFile } from '../../runtime/test-database';
import { importPath } from '../imports/import-path';
import { type BedrockRow, bedrockBill } from './bedrock-bill.fixture';
import { evaluateRules } from './evaluate-rules';

const now = new Date('2026-08-30T12:00:00Z');
const days = (from: string, count: number) => Array.from({ length: count }, (_, i) => addDays(from, i));
const usual: BedrockRow[] = days('2026-07-06', 55).map((day) => ({ day, amount: '40', model: 'anthropic.claude-sonnet-4-5' }));

async function load(actor: Actor, rows: BedrockRow[], end = '') {
  const { outcome } = await importPath(actor, writeFile('bill.csv', bedrockBill(rows) + end), {});
  await evaluateRules(actor.organizationId, now);
  return outcome;
}
const told = async (actor: Actor) =>
  (
    await prisma().alert.findMany({ where: { organizationId: actor.organizationId, kind: { not: 'anomaly' } }, orderBy: { id: 'asc' } })
  ).map((a) => [a.kind, a.title]);

test('a model, an account and a region that appear in a known provider are told once; a history that is loaded first is no news', async () => {
  const actor = await makeActor();
  const other = await makeActor();
  await load(actor, usual);
  await load(other, usual);
  expect(await told(actor)).toEqual([]);
  const newcomers: BedrockRow[] = [
    { day: '2026-08-27', amount: '12.5', model: 'openai.gpt-oss-120b', region: 'eu-west-1', account: '222222222222' },
    { day: '2026-08-28', amount: '0.90', model: 'meta.llama3-3-70b-instruct' },
  ];
  await load(actor, [...usual, ...newcomers]);
  const found = await told(actor);
  expect(found).toEqual([
    ['new-value', 'gpt-oss-120b: a new model, 12.50 USD since 27 Aug.'],
    ['new-value', '222222222222: a new account, 12.50 USD since 27 Aug.'],
    ['new-value', 'eu-west-1: a new region, 12.50 USD since 27 Aug.'],
  ]);
  await load(actor, [...usual, ...newcomers], '\n');
  await evaluateRules(actor.organizationId, now);
  expect(await told(actor)).toEqual(found);
  expect(await told(other)).toEqual([]);
});

test('AI spend on meters without a model is told once a month, above 100', async () => {
  const actor = await makeActor();
  const unknown = (amount: string): BedrockRow[] => days('2026-08-03', 10).map((day) => ({ day, amount, model: null }));
  await load(actor, [...usual, ...unknown('10')]);
  expect(await told(actor)).toEqual([]);
  await load(actor, [...usual, ...unknown('10.01')]);
  await load(actor, [...usual, ...unknown('20')]);
  expect(await told(actor)).toEqual([['unpriced', '100.10 USD of AI spend in Aug 2026 is on meters whose model is not known.']]);
});

test('a source that falls silent is told once, and an archive is not late', async () => {
  const actor = await makeActor();
  await importPath(actor, writeFile('bill.csv', bedrockBill(usual)), {});
  const at = (day: string) => evaluateRules(actor.organizationId, new Date(`${day}T12:00:00Z`));
  await at('2026-09-03');
  expect(await told(actor)).toEqual([]);
  await at('2026-09-04');
  await at('2026-09-05');
  const [late, ...more] = await told(actor);
  expect(more).toEqual([]);
  expect(late?.[0]).toBe('source');
  expect(late?.[1]).toContain('nothing after 2026-08-29, a newer export is due.');
  const archive = await makeActor();
  await importPath(archive, writeFile('bill.csv', bedrockBill(usual)), {});
  await evaluateRules(archive.organizationId, new Date('2026-09-20T12:00:00Z'));
  expect(await told(archive)).toEqual([]);
});
