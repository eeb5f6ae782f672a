import { expect, test, vi } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { addDays } from '../../core/time/days';
import { prisma } from '../../db/client';
import { query, sql } from '../../db/sql';
import { makeActor, writeFile } from '../../runtime/test-database';
import { importPath } from '../imports/import-path';
import { type BedrockRow, bedrockBill } from './bedrock-bill.fixture';
import { evaluateAnomalies } from './evaluate-anomalies';
import { evaluateRules } from './evaluate-rules';
import { changeRule, createRule, deleteRule, listRules } from './manage-rules';
import { previewRule } from './preview-rule';

const now = new Date('2026-08-30T12:00:00Z');
vi.useFakeTimers({ now, toFake: ['Date'] });

const days = (from: string, count: number) => Array.from({ length: count }, (_, i) => addDays(from, i));
const bill = (spikes: Record<string, string> = {}, more: BedrockRow[] = []): BedrockRow[] => [
  ...days('2026-06-01', 90).map((day) => ({ day, amount: spikes[day] ?? '40', model: 'anthropic.claude-sonnet-4-5' })),
  ...more,
];
const loaded = async (rows = bill()): Promise<Actor> => {
  const actor = await makeActor();
  await importPath(actor, writeFile('bill.csv', bedrockBill(rows)), {});
  return actor;
};
const look = async (actor: Actor) => [
  ...(await evaluateRules(actor.organizationId, now)),
  ...(await evaluateAnomalies(actor.organizationId, now)),
];
const told = (actor: Actor) =>
  prisma().alert.findMany({
    where: { organizationId: actor.organizationId },
    orderBy: { id: 'asc' },
    select: { kind: true, title: true, ruleId: true, severity: true },
  });

const kinds: [Record<string, unknown>, string, string][] = [
  [{ kind: 'burn-rate', times: '3', amount: '50' }, 'burn-rate', 'Mine: 400.00 USD on 28 Aug, 10.0 times the usual 40.00 USD.'],
  [{ kind: 'cost-above', per: 'day', amount: '399.99' }, 'cost-above', 'Mine: 400.00 USD on 28 Aug, above 399.99 USD.'],
  [
    { kind: 'new-value', dimension: 'model', amount: '12', filter: ['region:eu-west-1'] },
    'new-value',
    'gpt-oss-120b: a new model, 12.50 USD since 27 Aug.',
  ],
  [{ kind: 'unclassified', amount: '20' }, 'unpriced', '21.00 USD of AI spend in Aug 2026 is on meters whose model is not known.'],
  [
    { kind: 'anomaly', amount: '300', direction: 'up', filter: ['-region:eu-west-1'] },
    'anomaly',
    'Amazon Bedrock: 400.00 USD on 28 Aug, 40.00 USD expected.',
  ],
];

test.each(kinds)('a rule tells once what its preview says: %j', async (input, kind, title) => {
  const rows = bill({ '2026-08-28': '400' }, [
    { day: '2026-08-27', amount: '12.5', model: 'openai.gpt-oss-120b', region: 'eu-west-1' },
    { day: '2026-08-20', amount: '21', model: null },
  ]);
  const actor = await loaded(rows);
  for (const { rule, id } of await listRules(actor, now)) if (id === null) await createRule(actor, { ...rule, enabled: false });
  await prisma().alert.deleteMany({ where: { organizationId: actor.organizationId } }); // what the import was told by Headroom's own
  const rule = { name: 'Mine', severity: 'critical', ...input };
  const before = await previewRule(actor, rule, now);
  expect(
    before.fired
      .map((f) => f.title)
      .at(-1)
      ?.replace('claude-sonnet-4-5 on ', ''),
  ).toBe(title);
  expect(before.news).toBe(before.fired.length);
  const { id } = await createRule(actor, rule);
  await look(actor);
  await look(actor);
  const found = await told(actor);
  expect(found.map((a) => a.title)).toEqual(before.fired.map((f) => f.title));
  expect(found.every((a) => a.ruleId === id && a.kind === kind && a.severity === 'critical')).toBe(true);
  expect((await previewRule(actor, rule, now)).news).toBe(0);
  expect((await listRules(actor, now)).find((r) => r.id === id)).toMatchObject({
    name: 'Mine',
    fired: found.length,
    enabled: true,
    isOwn: false,
  });
  await changeRule(actor, id, { severity: 'info', name: 'Ours' });
  await deleteRule(actor, id);
  expect(await told(actor)).toEqual(found);
});

test('a late source is told once, as the preview has it', async () => {
  const actor = await loaded();
  const arrived = sql`update load set activated_at = '2026-08-30T06:00:00Z' where organization_id = ${actor.organizationId}`;
  await query(actor.organizationId, arrived);
  const rule = { name: 'Slow', kind: 'source-late', days: '2', filter: ['provider:aws'] };
  const at = new Date('2026-09-02T12:00:00Z');
  const preview = await previewRule(actor, rule, at);
  expect(preview).toMatchObject({ news: 1, cost: null, fired: [{ day: '2026-09-02' }] });
  await createRule(actor, rule);
  await evaluateRules(actor.organizationId, at);
  await evaluateRules(actor.organizationId, at);
  expect((await told(actor)).map((a) => a.title)).toEqual(preview.fired.map((f) => f.title));
  const other = { ...rule, filter: ['provider:azure'] };
  expect((await previewRule(actor, other, at)).fired).toEqual([]);
  await expect(createRule(actor, { ...rule, name: 'x', filter: ['team:a'] })).rejects.toThrow('may name providers only');
});

test("Headroom's own rules stand in the list, can be changed and taken back, and tell nothing twice for it", async () => {
  const actor = await loaded(bill({ '2026-08-28': '400' }));
  await look(actor);
  const first = await told(actor);
  expect(first).toMatchObject([{ kind: 'anomaly', ruleId: null, severity: 'warning' }]);
  const own = await listRules(actor, now);
  expect(own.map((r) => [r.name, r.id, r.fired, r.enabled])).toEqual([
    ['Unusual days', null, 1, true],
    ['New models', null, 0, true],
    ['New accounts', null, 0, true],
    ['New regions', null, 0, true],
    ['Unknown models', null, 0, true],
    ['Late sources', null, 0, true],
  ]);
  const { id } = await createRule(actor, { ...own[0]?.rule, amount: '10', severity: 'critical' });
  await look(actor);
  expect(await told(actor)).toEqual(first.length === 1 ? first : []);
  const changed = (await listRules(actor, now))[0];
  expect(changed).toMatchObject({ id, isOwn: true, fired: 1, condition: 'by 10.00 and 10 % above or below the usual, score over 4' });
  await expect(createRule(actor, { ...own[0]?.rule })).rejects.toThrow('was changed already');
  await deleteRule(actor, id);
  expect((await listRules(actor, now))[0]).toMatchObject({
    id: null,
    condition: 'by 20.00 and 10 % above or below the usual, score over 4',
  });
});

test('a rule that is off tells nothing, and what one rule told another one tells only when it is more serious', async () => {
  const actor = await loaded(bill({ '2026-08-28': '400' }));
  const [own] = await listRules(actor, now);
  const { id } = await createRule(actor, { ...own?.rule, enabled: false });
  await prisma().alert.deleteMany({ where: { organizationId: actor.organizationId } });
  await look(actor);
  expect(await told(actor)).toEqual([]);
  await changeRule(actor, id, { enabled: true });
  expect(await told(actor)).toHaveLength(1);
  await createRule(actor, { name: 'Same', kind: 'anomaly', amount: '50' });
  expect(await told(actor)).toHaveLength(1);
  await createRule(actor, { name: 'Large', kind: 'anomaly', amount: '300', severity: 'critical' });
  await look(actor);
  expect((await told(actor)).map((a) => a.severity)).toEqual(['warning', 'critical']);
});

test('rules stay in their organisation and need an editor, a name of their own, and fields that can be', async () => {
  const actor = await loaded();
  const other = await makeActor();
  const rule = { name: 'Month', kind: 'cost-above', amount: '5000', currency: 'USD' };
  const { id } = await createRule(actor, rule);
  expect((await listRules(other, now)).every((r) => r.id === null)).toBe(true);
  await expect(changeRule(other, id, { amount: '1' })).rejects.toThrow('no such rule');
  await expect(deleteRule(other, id)).rejects.toThrow('no such rule');
  for (const role of ['viewer', 'analyst'] as const)
    await expect(createRule({ ...actor, role }, { ...rule, name: 'x' })).rejects.toThrow('needs the role editor');
  await expect(createRule(actor, { ...rule, name: 'month' })).rejects.toThrow('There is a rule "month" already');
  await expect(createRule(actor, { ...rule, name: 'New models' })).rejects.toThrow('already');
  await expect(createRule(actor, { ...rule, name: 'x', amount: '-1' })).rejects.toThrow('"x": amount is negative');
  await expect(createRule(actor, { ...rule, name: 'x', amount: '0' })).rejects.toThrow('must be more than 0');
  await expect(createRule(actor, { ...rule, name: 'x', filter: ['nonsense:1'] })).rejects.toThrow('knows no dimension');
  await expect(createRule(actor, { ...rule, name: 'x', colour: 'red' })).rejects.toThrow('no field "colour"');
  await expect(createRule(actor, { ...rule, name: 'x', origin: 'unclassified' })).rejects.toThrow('Headroom has no cost-above rule');
  await expect(changeRule(actor, id, { kind: 'burn-rate' })).rejects.toThrow('keeps its kind');
  const audit = await prisma().auditEvent.findMany({
    where: { organizationId: actor.organizationId, action: { startsWith: 'alert-rule' } },
  });
  expect(audit.map((a) => a.action)).toEqual(['alert-rule.created']);
});
