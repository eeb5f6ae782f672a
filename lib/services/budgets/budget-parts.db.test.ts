import { expect, test } from 'vitest';
import { makeActor, writeFile } from '../../runtime/test-database';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { applyBudgets } from './apply-budgets';
import { budgetStatus } from './budget-status';
import { getBudget, previewBudget } from './edit-budget';

const now = new Date('2026-08-20T12:00:00Z');
const file = (...budgets: object[]) => ({ name: 'b.json', text: JSON.stringify({ budgets }) });
const base = { currency: 'USD', measure: 'billed' };

async function billed() {
  const actor = await makeActor();
  const rows = [
    focusRow({ BilledCost: '30', Tags: '{"team":"a"}' }),
    focusRow({ BilledCost: '10', Tags: '{"team":"b"}' }),
    focusRow({ BilledCost: '5' }),
  ];
  expect((await importPath(actor, writeFile('bill.csv', focusFile(rows)), {})).outcome).toBe('imported');
  return actor;
}

test('a budget says of its parts what they have used, and what of its limit no part was given', async () => {
  const actor = await billed();
  await applyBudgets(
    actor,
    file(
      { ...base, name: 'all', amount: '1000' },
      { ...base, name: 'Team a', amount: '100', filter: ['team:a'], parent: 'all' },
      { ...base, name: 'Every team', amount: '50', per: 'team', parent: 'all' },
      { ...base, name: 'A year', amount: '9000', period: 'year', parent: 'all' },
    ),
  );
  const { children, ungiven } = await getBudget(actor, 'all', null, now);
  expect(children.map((c) => [c.name, c.values, c.limit, c.used, c.remaining, c.isComparable])).toEqual([
    ['A year', 1, '9000', '45', '8955', false],
    ['Every team', 3, '150', '45', '105', true],
    ['Team a', 1, '100', '30', '70', true],
  ]);
  expect(ungiven).toBe('750');
  expect((await getBudget(actor, 'Team a', null, now)).ungiven).toBeNull();
});

test('a filter that no charge passes is kept, and said', async () => {
  const actor = await billed();
  const odd = { ...base, name: 'odd', amount: '10', filter: ['team:A', 'service:Virtual Machines'] };
  const warnings = ['No charge has team "A"; there is "a".'];
  expect(await applyBudgets(actor, file(odd), { dryRun: true })).toEqual([{ action: 'create', name: 'odd', fields: [], warnings }]);
  expect((await previewBudget(actor, odd, now)).warnings).toEqual(warnings);
  const empty = await makeActor();
  expect(await applyBudgets(empty, file(odd), { dryRun: true })).toEqual([{ action: 'create', name: 'odd', fields: [] }]);
});

test.each(['2026-13-45', '9999-12-31', '0001-01-01', 'yesterday'])('%s is no day to stand on', async (asOf) => {
  await expect(budgetStatus(await makeActor(), now, { asOf })).rejects.toMatchObject({ code: 'invalid' });
});
