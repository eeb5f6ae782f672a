import { expect, test } from 'vitest';
import { prisma } from '../../db/client';
import { makeActor } from '../../runtime/test-database';
import { applyBudgets } from './apply-budgets';
import { copyBudgets } from './copy-budgets';
import { exportBudgets } from './edit-budget';

const yaml = `
budgets:
  - {name: All, currency: USD, amount: "8000"}
  - {name: Term, currency: USD, period: custom, parent: All, amount: "500", periods: [{name: Spring 2026, from: 2026-02-01, to: 2026-06-30}]}
`;
const years = { fromYear: '2026', toYear: 2027, grow: '5%' };

test('shows, then does, then has nothing left to do; a budget of a file stays one', async () => {
  const actor = await makeActor();
  await applyBudgets(actor, { name: 'b.yaml', text: yaml });
  const shown = await copyBudgets(actor, { ...years, dryRun: true });
  expect(shown.plan).toEqual([
    { action: 'change', name: 'All', fields: ['amount'] },
    { action: 'change', name: 'Term', fields: ['amount', 'window'] },
  ]);
  expect(await exportBudgets(actor, 'yaml')).not.toContain('2027');
  const done = await copyBudgets(actor, years);
  expect(done).toEqual(shown);
  expect(await exportBudgets(actor, 'yaml')).toContain('2027-02-01');
  expect((await copyBudgets(actor, years)).plan.map((p) => p.action)).toEqual(['unchanged', 'unchanged']);
  expect((await applyBudgets(actor, { name: 'copied.yaml', text: shown.yaml })).map((p) => p.action)).toEqual(['unchanged', 'unchanged']);
  const stored = await prisma().budget.findMany({ where: { organizationId: actor.organizationId } });
  expect(stored.map((b) => b.managedBy)).toEqual(['file', 'file']);
  const audit = await prisma().auditEvent.findMany({ where: { organizationId: actor.organizationId, action: 'budget.changed' } });
  expect(audit).toHaveLength(2);
});

test('years and growth are checked, and readers copy nothing', async () => {
  const actor = await makeActor();
  await expect(copyBudgets(actor, { ...years, toYear: 2026 })).rejects.toThrow('toYear comes after fromYear');
  await expect(copyBudgets(actor, { ...years, fromYear: 'x' })).rejects.toThrow('fromYear is a year like 2027');
  await expect(copyBudgets(actor, { ...years, grow: 'much' })).rejects.toThrow('grow is no percentage like 5%');
  await expect(copyBudgets({ ...actor, role: 'analyst' }, years)).rejects.toThrow('This needs the role editor');
});
