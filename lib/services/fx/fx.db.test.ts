import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { ExploreQuery } from '../../core/explore/explore-query';
import { actorIn, makeActor, makeOrganization, writeFile } from '../../runtime/test-database';
import { getAudit } from '../audit/get-audit';
import { explore } from '../explore/explore';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { agreeRate, withdrawRate } from './agree-rate';
import { closeMonth, listCloses, reopenMonth } from './close-month';
import { changeReportingCurrency, currencyChoices, getCurrencies, listRates, monthRates } from './currencies';
import { importRates } from './import-rates';

const today = '2026-11-03';
let actor: Actor;
let admin: Actor;
let viewer: Actor;

const row = (month: string, currency: string, cost: string) =>
  focusRow({
    BilledCost: cost,
    EffectiveCost: cost,
    BillingCurrency: currency,
    BillingPeriodStart: `${month}-01T00:00:00Z`,
    ChargePeriodStart: `${month}-05T00:00:00Z`,
    ChargePeriodEnd: `${month}-06T00:00:00Z`,
  });
const ecb = (...lines: string[]) => ({ fileName: 'eurofxref-hist.csv', text: `Date,USD,NOK,\n${lines.join('\n')}\n` });

beforeAll(async () => {
  const organization = await makeOrganization();
  actor = actorIn(organization);
  [admin, viewer] = [actorIn(organization, 'admin'), actorIn(organization, 'viewer')];
  for (const month of ['2026-09', '2026-10'])
    await importPath(
      actor,
      writeFile(`${month}.csv`, focusFile([row(month, 'USD', '100'), row(month, 'EUR', '10'), row(month, 'NOK', '1000')])),
      {},
    );
}, 60_000);

/** "EUR 123.4", the totals of one month. */
async function totals(month: string, ccy: string | null = null): Promise<string[]> {
  const next = month === '2026-09' ? '2026-10-01' : '2026-11-01';
  const asked = ExploreQuery.parse({ from: `${month}-01`, to: next, by: 'none', ccy, compare: 'none' });
  return (await explore(viewer, asked, today)).totals.map((t) => `${t.currency} ${t.amount}`).sort();
}

test('without a reporting currency each stands as it was billed; with one that has no rate as well', async () => {
  expect(await totals('2026-10')).toEqual(['EUR 10', 'NOK 1000', 'USD 100']);
  await expect(changeReportingCurrency(viewer, { currency: 'EUR' })).rejects.toThrow('editor');
  await expect(changeReportingCurrency(actor, { currency: 'EURO' })).rejects.toThrow('three letters');
  await changeReportingCurrency(actor, { currency: 'eur' });
  expect(await totals('2026-10')).toEqual(['EUR 10', 'NOK 1000', 'USD 100']);
  expect(await currencyChoices(viewer)).toEqual({ reporting: 'EUR', choices: [] });
});

test('a file is previewed with what it changes, then taken; again it changes nothing', async () => {
  const file = ecb('2026-10-30,1.25,N/A,', '2026-09-30,1.6,N/A,');
  const preview = await importRates(actor, { ...file, preview: true });
  expect(preview).toMatchObject({ outcome: 'previewed', kind: 'ecb', rates: 2, added: 2, changed: 0, closed: [] });
  expect(preview.effects).toEqual([
    { month: '2026-10-01', currency: 'EUR', before: '10', after: '90', nowConverted: ['USD'], stillApart: ['NOK'] },
    { month: '2026-09-01', currency: 'EUR', before: '10', after: '72.5', nowConverted: ['USD'], stillApart: ['NOK'] },
  ]);
  expect(await totals('2026-10')).toEqual(['EUR 10', 'NOK 1000', 'USD 100']);
  await expect(importRates(viewer, file)).rejects.toThrow('editor');
  expect((await importRates(actor, file)).outcome).toBe('imported');
  expect(await importRates(actor, file)).toMatchObject({ outcome: 'unchanged', effects: [] });
  expect([await totals('2026-10'), await totals('2026-09')]).toEqual([
    ['EUR 90', 'NOK 1000'],
    ['EUR 72.5', 'NOK 1000'],
  ]);
  expect(await totals('2026-10', 'billing')).toEqual(['EUR 10', 'NOK 1000', 'USD 100']);
  expect(await totals('2026-10', 'USD')).toEqual(['NOK 1000', 'USD 112.5']);
  expect((await currencyChoices(viewer)).choices).toEqual(['EUR', 'NOK', 'USD']);
});

test('a closed month keeps its rates: a later file changes the others only, and a currency without a rate stays apart in it', async () => {
  await expect(closeMonth(actor, { month: '2026-11' }, today)).rejects.toThrow('November 2026 is not over');
  await expect(closeMonth(viewer, { month: '2026-09' }, today)).rejects.toThrow('editor');
  await closeMonth(actor, { month: '2026-09' }, today);
  await expect(closeMonth(actor, { month: '2026-09' }, today)).rejects.toThrow('closed already, by Tester');
  const later = await importRates(actor, ecb('2026-10-30,2,8,', '2026-09-30,2,8,'));
  expect(later).toMatchObject({ outcome: 'imported', added: 2, changed: 2, closed: ['2026-09-01'] });
  expect(later.effects.map((e) => [e.month, e.before, e.after, e.nowConverted])).toEqual([['2026-10-01', '90', '185', ['NOK']]]);
  expect([await totals('2026-10'), await totals('2026-09')]).toEqual([['EUR 185'], ['EUR 72.5', 'NOK 1000']]);
  // nor in any other currency
  expect(await totals('2026-09', 'USD')).toEqual(['NOK 1000', 'USD 116']);
  await expect(agreeRate(actor, { base: 'USD', quote: 'EUR', month: '2026-09', rate: '0.5' })).rejects.toThrow('was closed by Tester');
  expect(await monthRates(viewer, { month: '2026-09' })).toMatchObject({
    to: 'EUR',
    rates: [{ base: 'USD', rate: '0.625', closed: true, day: '2026-09-30' }],
  });
});

test('a closed month that is opened is told with the rates of now; both are in the audit log', async () => {
  expect((await listCloses(viewer)).map((c) => [c.month, c.closedByName])).toEqual([['2026-09-01', 'Tester']]);
  await reopenMonth(actor, '2026-09');
  await expect(reopenMonth(actor, '2026-09')).rejects.toThrow('September 2026 is not closed');
  expect(await totals('2026-09')).toEqual(['EUR 185']);
  const { rows: events } = await getAudit(admin, { before: null });
  const ours = events.filter((e) => e.action.startsWith('fx.'));
  expect(ours.map((e) => e.action)).toEqual([
    ...['fx.month-reopened', 'fx.imported', 'fx.month-closed', 'fx.imported', 'fx.reporting-changed'],
  ]);
  expect(ours[1]?.details).toMatchObject({ changed: 2, '2026-10': '90 → 185 EUR' });
  expect(ours[2]?.details).toMatchObject({ USD: '0.625 EUR (ECB, 2026-09-30)' });
});

test('a rate agreed for a month goes before what is published, whichever way round, and survives an import', async () => {
  const preview = await agreeRate(actor, { base: 'EUR', quote: 'USD', month: '2026-10', rate: '4', preview: true });
  expect(preview).toMatchObject({ saved: false, effects: [{ month: '2026-10-01', before: '185', after: '160' }] });
  expect(await totals('2026-10')).toEqual(['EUR 185']);
  await agreeRate(actor, { base: 'EUR', quote: 'USD', month: '2026-10', rate: '4' });
  expect(await totals('2026-10')).toEqual(['EUR 160']);
  expect(await importRates(actor, ecb('2026-10-01,3,8,', '2026-10-31,3,8,'))).toMatchObject({ kept: 1, added: 3, effects: [] });
  expect(await totals('2026-10')).toEqual(['EUR 160']);
  expect((await listRates(viewer, { quote: 'USD', from: '2026-10-01' })).map((r) => [r.day, r.rate, r.source])).toEqual([
    ['2026-10-31', '3', 'ECB'],
    ['2026-10-30', '2', 'ECB'],
    ['2026-10-01', '4', 'contract'],
  ]);
  expect(
    (await getCurrencies(viewer, today)).months.map((m) => [m.month, m.closed, m.pairs.map((p) => `${p.currency} ${p.rate?.rate}`)]),
  ).toEqual([
    ['2026-10-01', null, ['NOK 0.125', 'USD 0.25']],
    ['2026-09-01', null, ['NOK 0.125', 'USD 0.5']],
  ]);
  await withdrawRate(actor, { base: 'EUR', quote: 'USD', month: '2026-10' });
  await expect(withdrawRate(actor, { base: 'EUR', quote: 'USD', month: '2026-10' })).rejects.toThrow('No rate of EUR in USD was agreed');
  const { rows: events } = await getAudit(admin, { before: null });
  const agreed = events.find((e) => e.action === 'fx.rate-agreed');
  expect(agreed?.details).toMatchObject({ before: '2 (ECB)', after: '4', '2026-10': '185 → 160 EUR' });
});

test('a charge that is reversed within its month nets to nothing, whatever the rate', async () => {
  const who = await makeActor();
  const costs = ['100.0000000000000001', '-100.0000000000000001'];
  await importPath(who, writeFile('r.csv', focusFile(costs.map((c) => row('2026-10', 'USD', c)))), {});
  await importRates(who, ecb('2026-10-30,1.0842,N/A,'));
  const answer = await explore(who, ExploreQuery.parse({ from: '2026-10-01', to: '2026-11-01', by: 'none', ccy: 'EUR' }), today);
  expect(answer.totals.map((t) => [t.currency, t.amount, t.charges])).toEqual([['EUR', '0', 2]]);
});

test('who may not change currencies hears that, whatever is sent', async () => {
  for (const sent of [null, [], 'x', { nonsense: 1 }])
    for (const change of [
      () => importRates(viewer, sent),
      () => agreeRate(viewer, sent),
      () => withdrawRate(viewer, sent),
      () => closeMonth(viewer, sent, today),
      () => changeReportingCurrency(viewer, sent),
    ])
      await expect(change()).rejects.toMatchObject({ code: 'forbidden' });
  await expect(importRates(actor, { fileName: 'x.csv', text: '', more: 1 })).rejects.toThrow('more');
});

test('figures are told in currencies of ISO 4217 only; rates may be kept of more', async () => {
  const who = await makeActor();
  await importRates(who, { fileName: 'x.csv', text: 'base,quote,day,rate\nEUR,ZZZ,2026-10-30,2\nEUR,USD,2026-10-30,1.25\n' });
  await expect(changeReportingCurrency(who, { currency: 'ZZZ' })).rejects.toThrow('is no currency of ISO 4217');
  await changeReportingCurrency(who, { currency: 'EUR' });
  expect((await currencyChoices(who)).choices).toEqual(['EUR', 'USD']);
  await expect(monthRates(who, { month: '2026-10', to: 'ZZZ' })).rejects.toThrow('is no currency of ISO 4217');
});
