import { expect, test } from 'vitest';
import { addDays } from '../../core/time/days';
import { makeActor, writeFile } from '../../runtime/test-database';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { applyBudgets } from './apply-budgets';
import { budgetStatus } from './budget-status';
import { getBudget, previewBudget } from './edit-budget';

const now = new Date('2026-11-21T12:00:00Z');
const monthOf = (day: string) => `${day.slice(0, 7)}-01T00:00:00Z`;
const rowOn = (day: string, cost: string, provider = 'Contoso Cloud') =>
  focusRow({
    BilledCost: cost,
    EffectiveCost: cost,
    ProviderName: provider,
    BillingAccountId: provider,
    BillingPeriodStart: monthOf(day),
    ChargePeriodStart: `${day}T00:00:00Z`,
    ChargePeriodEnd: `${addDays(day, 1)}T00:00:00Z`,
  });
const daysFrom = (from: string, to: string) => {
  const days: string[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) days.push(day);
  return days;
};

const fiscal = { name: 'Fiscal year', currency: 'USD', measure: 'billed', period: 'year', fiscal_start: '7', amount: '50000' };

test('a period that began long ago has all of its money, whichever other budgets there are', async () => {
  const actor = await makeActor();
  const rows = daysFrom('2025-07-01', '2026-11-21').map((day) => rowOn(day, '100'));
  expect((await importPath(actor, writeFile('long.csv', focusFile(rows)), {})).outcome).toBe('imported');
  const wanted = [{ name: 'FY2026', from: '2025-07-01', to: '2026-07-01', used: '36500', reached: ['50%'] }];
  expect((await previewBudget(actor, fiscal, now)).past).toMatchObject(wanted);
  await applyBudgets(actor, { name: 'b.yaml', text: JSON.stringify({ budgets: [fiscal] }) });
  const alone = await getBudget(actor, 'Fiscal year', null, now);
  expect(alone.past).toMatchObject(wanted);
  expect(alone.used).toBe('14300');

  const carried = { ...fiscal, name: 'Carried', period: 'month', carry: 'true', since: '2025-07-01' };
  await applyBudgets(actor, { name: 'c.yaml', text: JSON.stringify({ budgets: [carried] }) });
  expect(await getBudget(actor, 'Fiscal year', null, now)).toEqual(alone);
});

test('a budget is complete as far as the bills of what it counts, and what it is expected to cost is drawn to its end', async () => {
  const actor = await makeActor();
  const rows = [
    ...daysFrom('2026-08-01', '2026-11-06').map((day) => rowOn(day, '10', 'Fabrikam')),
    ...daysFrom('2026-08-01', '2026-11-21').map((day) => rowOn(day, '30', 'Contoso Cloud')),
    ...daysFrom('2026-03-01', '2026-04-01').map((day) => rowOn(day, '5', 'Long Gone')),
  ];
  for (const [i, provider] of ['Fabrikam', 'Contoso Cloud', 'Long Gone'].entries()) {
    const own = rows.filter((r) => r.includes(provider));
    expect((await importPath(actor, writeFile(`bill-${i}.csv`, focusFile(own)), {})).outcome).toBe('imported');
  }
  const budgets = [
    { name: 'both', currency: 'USD', measure: 'billed', amount: '1000' },
    { name: 'slow', currency: 'USD', measure: 'billed', amount: '200', filter: ['account:Fabrikam'] },
    { name: 'fast', currency: 'USD', measure: 'billed', amount: '1000', filter: ['account:Contoso Cloud'] },
  ];
  await applyBudgets(actor, { name: 'b.yaml', text: JSON.stringify({ budgets }) });
  const at = Object.fromEntries((await budgetStatus(actor, now)).map((l) => [l.budget, l]));
  expect(at.slow).toMatchObject({ completeTo: '2026-11-06', used: '50', burnPerDay: '10.00', exhaustedOn: '2026-11-20' });
  expect(at.slow?.forecast?.point).toBe('300.00');
  expect(at.fast).toMatchObject({ completeTo: '2026-11-21', burnPerDay: '30.00' });
  expect(at.both).toMatchObject({ completeTo: '2026-11-06', burnPerDay: '40.00' }); // what ended in spring is waited for no longer

  const { ahead, exhaustedOn, forecast, days } = await getBudget(actor, 'slow', null, now);
  expect(days.at(-1)).toEqual({ day: '2026-11-05', used: '50' });
  expect(ahead[0]).toMatchObject({ day: '2026-11-06', expected: '60.00' });
  expect(ahead.at(-1)).toMatchObject({ day: '2026-11-30', expected: forecast?.point });
  expect(ahead.find((d) => Number(d.expected) >= 200)?.day).toBe(exhaustedOn);
});
