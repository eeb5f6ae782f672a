import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { ExploreQuery } from '../../core/explore/explore-query';
import { makeActor, writeFile } from '../../runtime/test-database';
import { queryCosts } from '../costs/query-costs';
import { answerPanel } from '../dashboards/answer-panel';
import { createDashboard } from '../dashboards/manage-dashboards';
import { explore } from '../explore/explore';
import { exportGroups } from '../explore/export-groups';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { saveView } from '../views/manage-views';
import { changeReportingCurrency } from './currencies';
import { importRates } from './import-rates';

const today = '2026-09-02';
const august = { from: '2026-08-01', to: '2026-09-01' };
let actor: Actor;
beforeAll(async () => {
  actor = await makeActor();
  const bills = { USD: '100.10', EUR: '10', NOK: '18200' };
  const rows = Object.entries(bills).map(([BillingCurrency, cost]) => focusRow({ BilledCost: cost, EffectiveCost: cost, BillingCurrency }));
  await importPath(actor, writeFile('august.csv', focusFile(rows)), {});
  await importRates(actor, { fileName: 'x.csv', text: 'base,quote,day,rate,source\nEUR,USD,2026-08-31,1.1634,bank\n' });
  await changeReportingCurrency(actor, { currency: 'EUR' });
}, 60_000);

/** 100.10 × 0.859549596012 + 10. */
const told = '96.0409145608012';
const ask = (more: object = {}) => ExploreQuery.parse({ ...august, by: 'service', compare: 'none', ...more });

test('a file of groups has the digits of the page, its column the currency, and the rates below', async () => {
  const { bytes } = await exportGroups(actor, ask(), 'csv', today);
  const lines: string[][] = parse(bytes.toString(), { bom: true });
  expect(lines[0]).toEqual(['Row', 'Service', 'Currency or unit', 'Effective cost (EUR)', 'Tokens', 'Charges']);
  expect(lines.slice(1).map((l) => l.slice(0, 4))).toEqual(
    [
      ['group', 'Virtual Machines', 'NOK', '18200'],
      ['group', 'Virtual Machines', 'EUR', told],
      ['total', 'Total', 'NOK', '18200'],
      ['total', 'Total', 'EUR', told],
      ['rate', 'Rate of 2026-08: 1 USD = 0.859549596012 EUR (bank, 2026-08-31)', '', ''],
    ].sort((a, b) => order(a) - order(b)),
  );
  const totals = (await explore(actor, ask(), today)).totals.map((t) => `${t.currency} ${t.amount}`);
  expect(totals.sort()).toEqual([`EUR ${told}`, 'NOK 18200']);
  const workbook = await exportGroups(actor, ask(), 'xlsx', today);
  expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
  const asBilled = parse((await exportGroups(actor, ask({ ccy: 'billing' }), 'csv', today)).bytes.toString(), { bom: true }) as string[][];
  expect(asBilled[0]?.[3]).toBe('Effective cost');
  expect(
    asBilled
      .filter((l) => l[0] === 'total')
      .map((l) => l[2])
      .sort(),
  ).toEqual(['EUR', 'NOK', 'USD']);
});
const order = ([row = '', , currency = '']: readonly string[]): number =>
  ['group', '', 'total', '', 'rate'].indexOf(row) + (currency === 'EUR' ? 1 : 0);

test('a saved view on a dashboard is told in the currency that it says, or in the organisation’s', async () => {
  const figure = async (ccy: string) => {
    const view = await saveView(actor, {
      name: `In ${ccy}`,
      shared: true,
      address: `from=2026-08-01&to=2026-09-01&by=none${ccy && `&ccy=${ccy}`}`,
    });
    await createDashboard(actor, { name: `Board ${ccy}`, shared: true, panels: [{ id: 'a', kind: 'view', view: view.id, as: 'figure' }] });
    const answer = await answerPanel(actor, { kind: 'view', view: view.id, as: 'figure' }, new Date(`${today}T00:00:00Z`));
    return answer.kind === 'view' ? answer.figures.totals.map((t) => `${t.currency} ${t.amount}`).sort() : answer.kind;
  };
  expect(await figure('')).toEqual([`EUR ${told}`, 'NOK 18200']);
  expect(await figure('USD')).toEqual(['NOK 18200', 'USD 111.734']);
  expect(await figure('billing')).toEqual(['EUR 10', 'NOK 18200', 'USD 100.1']);
});

test('the query of a terminal says the same', async () => {
  const asked = { groupBy: ['provider', 'month'], ...august };
  const rows = await queryCosts(actor, { ...asked, currency: 'eur' });
  expect(rows.map((r) => [r.group.month, r.currency, r.effective, r.charges]).sort()).toEqual([
    ['2026-08', 'EUR', told, '2'],
    ['2026-08', 'NOK', '18200', '1'],
  ]);
  expect((await queryCosts(actor, { ...asked, groupBy: ['provider'], currency: 'EUR' })).map((r) => Object.keys(r.group))).toEqual([
    ['provider'],
    ['provider'],
  ]);
  expect(await queryCosts(actor, asked)).toHaveLength(3);
  await expect(queryCosts(actor, { ...asked, currency: 'euros' })).rejects.toThrow();
});
