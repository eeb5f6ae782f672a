import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { makeActor, writeFile } from '../../runtime/test-database';
import { saveBudget } from '../budgets/edit-budget';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { saveView } from '../views/manage-views';
import { search } from './search';

const today = '2026-10-02';
let actor: Actor;
let stranger: Actor;
beforeAll(async () => {
  [actor, stranger] = await Promise.all([makeActor(), makeActor()]);
  const named = { ServiceName: 'Platform storage', Tags: '{"team":"platform"}', BilledCost: '5', EffectiveCost: '5' };
  await importPath(actor, writeFile('a.csv', focusFile([focusRow(named), focusRow({ ServiceName: '<b>100 % "platform"</b>' })])), {});
  await saveBudget(actor, { name: 'Platform / month', measure: 'effective', currency: 'USD', period: 'month', amount: '10' });
  await saveView(actor, { name: 'The platform, a year', folder: '', shared: true, pinned: false, address: '?period=12m&by=team' });
});

test('what has a page and a name is found, whatever it is, and leads there', async () => {
  const found = (await search(actor, 'Platform', today)).map((f) => `${f.kind}: ${f.name} ${f.href}`);
  expect(found[0]).toMatch(/^view: The platform, a year \/costs\?period=12m&by=team&view=\d+$/);
  expect(found.slice(1)).toEqual([
    'budget: Platform / month /budgets/Platform%20%2F%20month',
    'team: platform /costs?period=12m&f=team:platform',
    ...['service: Platform storage /costs?period=12m&by=model&f=service:Platform+storage'],
    ...['service: <b>100 % "platform"</b> /costs?period=12m&by=model&f=service:%3Cb%3E100+%25+%22platform%22%3C/b%3E'],
  ]);
});

test('nothing typed finds nothing, and nobody finds what is another’s', async () => {
  expect(await search(actor, '  ', today)).toEqual([]);
  expect(await search(stranger, 'Platform', today)).toEqual([]);
});
