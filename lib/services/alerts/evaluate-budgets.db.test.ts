import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { prisma } from '../../db/client';
import { actorIn, makeOrganization, scratch } from '../../runtime/test-database';
import { applyBudgets } from '../budgets/apply-budgets';
import { budgetStatus } from '../budgets/budget-status';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { evaluateBudgets } from './evaluate-budgets';
import { factsOf } from './inbox';

const now = new Date('2026-08-20T12:00:00Z');
const yaml = `
budgets:
  - {name: all, currency: USD, measure: billed, amount: 100, thresholds: ["50%", "80%"]}
  - {name: teams, currency: USD, measure: billed, amount: 40, per: team, parent: all, thresholds: ["100%"]}
`;

async function bill(actor: Awaited<ReturnType<typeof actorIn>>, name: string, a: string, b: string) {
  const file = path.join(scratch, `${actor.organizationId}-${name}.csv`);
  const rows = [focusRow({ BilledCost: a, Tags: '{"team":"a"}' }), focusRow({ BilledCost: b, Tags: '{"team":"b"}' })];
  fs.writeFileSync(file, focusFile(rows));
  expect((await importPath(actor, file, {})).outcome).toBe('imported');
  await evaluateBudgets(actor.organizationId, now);
}
const titles = async (organizationId: number) =>
  (await prisma().alert.findMany({ where: { organizationId }, orderBy: { id: 'asc' } })).map((x) => x.title);

test('an import fires each threshold once; a correction is noted and arms it again', async () => {
  const actor = actorIn(await makeOrganization());
  const other = actorIn(await makeOrganization());
  for (const a of [actor, other]) await applyBudgets(a, { name: 'b.yaml', text: yaml });
  await bill(actor, 'first', '30', '10');
  expect(await titles(actor.organizationId)).toEqual([]);
  await bill(actor, 'second', '45', '36');
  const fired = ['all: 81.00 USD used, above 80 % of 100.00 USD.', 'teams · a: 45.00 USD used, above 100 % of 40.00 USD.'];
  expect(await titles(actor.organizationId)).toEqual(fired);
  await evaluateBudgets(actor.organizationId, now);
  expect(await titles(actor.organizationId)).toEqual(fired);
  await bill(actor, 'correction', '45', '30');
  expect((await titles(actor.organizationId)).slice(2)).toEqual(['all: back below 80 % of 100.00 USD, 75.00 USD used.']);
  await bill(actor, 'again', '45', '37');
  expect((await titles(actor.organizationId)).slice(3)).toEqual(['all: 82.00 USD used, again above 80 % of 100.00 USD.']);
  expect(await titles(other.organizationId)).toEqual([]);
  expect(await prisma().budgetCrossing.count({ where: { budget: { organizationId: actor.organizationId } } })).toBe(3);
  const [first] = await prisma().alert.findMany({ where: { organizationId: actor.organizationId }, orderBy: { id: 'asc' } });
  expect(first && factsOf(first)).toContainEqual({ label: 'Crossed as well', value: '50%' });
  expect(first && factsOf(first)).toContainEqual({ label: 'Driven by', value: 'Team a: 45.00 USD more than usual, 56 % of the increase' });
  expect(await budgetStatus(actor, now, { names: ['all'] })).toMatchObject([
    { used: '82', share: '0.820000', remaining: '18', status: 'at-risk' },
  ]);
  expect((await budgetStatus(actor, now, { names: ['teams'] })).map((s) => [s.value, s.used, s.status])).toEqual([
    ['a', '45', 'over'],
    ['b', '37', 'at-risk'],
  ]);
});

test('a team that is called like no team has a part of its own, and keeps nobody else from being told', async () => {
  const actor = actorIn(await makeOrganization());
  await applyBudgets(actor, { name: 'b.yaml', text: yaml });
  const file = path.join(scratch, `${actor.organizationId}-none.csv`);
  const rows = ['(none)', '\\\\(none)', 'a'].map((team, i) => focusRow({ BilledCost: `${45 + i}`, Tags: `{"team":"${team}"}` }));
  fs.writeFileSync(file, focusFile([...rows, focusRow({ BilledCost: '41', Tags: '' })]));
  expect((await importPath(actor, file, {})).outcome).toBe('imported');
  await evaluateBudgets(actor.organizationId, now);
  const parts = await budgetStatus(actor, now, { names: ['teams'] });
  expect(Object.fromEntries(parts.map((s) => [s.value, s.used]))).toEqual({
    '(none)': '41',
    '\\(none)': '45',
    '\\\\(none)': '46',
    a: '47',
  });
  expect((await titles(actor.organizationId)).filter((t) => t.startsWith('teams'))).toHaveLength(4);
});
