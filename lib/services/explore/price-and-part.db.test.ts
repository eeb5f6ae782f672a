import Big from 'big.js';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { ExploreQuery } from '../../core/explore/explore-query';
import { type ChargePart, chargeParts, type ExploreMeasure } from '../../core/explore/measures';
import { makeActor, writeFile } from '../../runtime/test-database';
import { importPath } from '../imports/import-path';
import { dimensionValues } from './dimension-values';
import { explore, understood } from './explore';
import { getCharges } from './explore-charges';
import { exportCharges } from './export-charges';
import { exportGroups } from './export-groups';
import { fitsSlices } from './from-slices';
import { type WideCells, wideFile } from './wide-bill.fixture';

const today = '2026-10-02';
const covered = { CommitmentDiscountId: 'ri-1', CommitmentDiscountStatus: 'Used', BilledCost: '0' };
const tagged = (team: string) => JSON.stringify({ team });

/** A charge for every kind there is, with the switch it stands under. */
const bill: readonly (WideCells & { part: ChargePart })[] = [
  { part: 'usage', BilledCost: '1', EffectiveCost: '1', ListCost: '2', ContractedCost: '1.5', Tags: tagged('search') },
  { part: 'usage', BilledCost: '2', EffectiveCost: '2', Tags: tagged('search') },
  { part: 'usage', BilledCost: '-0.25', EffectiveCost: '-0.25', ListCost: '-0.25' }, // money back within the period is usage, as FOCUS has it
  { part: 'amortized', ...covered, EffectiveCost: '4', ListCost: '8', ContractedCost: '8' },
  { part: 'amortized', ...covered, CommitmentDiscountStatus: 'Unused', EffectiveCost: '8' },
  { part: 'purchase', ChargeCategory: 'Purchase', CommitmentDiscountId: 'ri-1', BilledCost: '16', EffectiveCost: '0', ListCost: '20' },
  { part: 'tax', ChargeCategory: 'Tax', BilledCost: '32', EffectiveCost: '32' },
  { part: 'credit', ChargeCategory: 'Credit', BilledCost: '-64', EffectiveCost: '-64' },
  { part: 'refund', ChargeCategory: 'Usage', ChargeClass: 'Correction', BilledCost: '-128', EffectiveCost: '-128' },
  { part: 'refund', ChargeCategory: 'Credit', ChargeClass: 'Correction', BilledCost: '256', EffectiveCost: '256' },
  { part: 'refund', ...covered, ChargeClass: 'Correction', EffectiveCost: '-512' },
  { part: 'adjustment', ChargeCategory: 'Adjustment', BilledCost: '1024', EffectiveCost: '1024', BillingCurrency: 'EUR' },
];

let actor: Actor;
beforeAll(async () => {
  actor = await makeActor();
  await importPath(actor, writeFile('kinds.csv', wideFile(bill)), {});
});

const ask = (more: object) =>
  ExploreQuery.parse({ from: '2026-08-01', to: '2026-09-01', by: 'none', measure: 'effective', ccy: 'billing', ...more });
const sum = (amounts: readonly (string | null | undefined)[]) => amounts.reduce((all, a) => all.plus(a ?? 0), new Big(0)).toFixed();
const totalOf = async (more: object) => sum((await explore(actor, ask(more), today)).totals.map((t) => t.amount));
const allBut = (...parts: ChargePart[]) => ({ without: chargeParts.filter((p) => !parts.includes(p)).join(',') });

test.each(chargeParts)('under %s stands what it says and nothing else', async (part) => {
  const own = bill.filter((c) => c.part === part);
  expect(own.length).toBeGreaterThan(0);
  expect(await totalOf(allBut(part))).toBe(sum(own.map((c) => c.EffectiveCost)));
  expect(await totalOf({ ...allBut(part), measure: 'charges' })).toBe(String(own.length));
});

test('the switches are disjoint and whole: parts add up to all, in figures, charges, groups and files', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...chargeParts]),
      fc.constantFrom<ExploreMeasure>('effective', 'billed', 'charges'),
      fc.constantFrom('none', 'charge', 'provider', 'tag:team'),
      async (without, measure, by) => {
        const column = measure === 'billed' ? 'BilledCost' : 'EffectiveCost';
        const left = bill.filter((c) => !without.includes(c.part));
        const wanted = measure === 'charges' ? String(left.length) : sum(left.map((c) => c[column]));
        const query = ask({ without: without.join(','), measure, by });
        const { totals, groups, series } = await explore(actor, query, today);
        expect(sum(totals.map((t) => t.amount))).toBe(wanted);
        expect(sum(groups.map((g) => g.amount))).toBe(wanted);
        expect(sum(series.map((p) => p.amount))).toBe(wanted);
        expect((await getCharges(actor, query, today)).totals.reduce((n, t) => n + t.charges, 0)).toBe(left.length);
        let file = '';
        for await (const text of (await exportCharges(actor, query, today)).content) file += text;
        const rows = parse(file, { columns: true, bom: true }) as Record<string, string>[];
        expect(sum(rows.map((r) => r[column]))).toBe(sum(left.map((c) => c[column])));
        expect(rows).toHaveLength(left.length);
      },
    ),
    { numRuns: 40 },
  );
});

test('slices cannot tell a refund from the rest, so they are not asked', async () => {
  const fits = async (more: object) => fitsSlices((await understood(actor, ask(more), today)).question);
  expect(await fits({})).toBe(true);
  for (const part of chargeParts) expect(await fits({ without: part })).toBe(false);
});

test.each<[ExploreMeasure, Record<string, number>]>([
  ['list', { USD: 7, EUR: 1 }],
  ['contracted', { USD: 9, EUR: 1 }],
  ['savings', { USD: 7, EUR: 1 }],
  ['effective', {}],
  ['billed', {}],
  ['charges', {}],
])('of %s it is said how many charges are in no total', async (measure, missing) => {
  const counted = ({ unpriced }: { unpriced: readonly { currency: string; charges: number }[] }) =>
    Object.fromEntries(unpriced.map((u) => [u.currency, u.charges]));
  expect(counted(await explore(actor, ask({ measure, by: 'service' }), today))).toEqual(missing);
  expect(counted(await getCharges(actor, ask({ measure }), today))).toEqual(missing);
});

test('the file of groups says how many charges are in no total, in rows that have no figures', async () => {
  const linesOf = async (more: object) => {
    const { bytes } = await exportGroups(actor, ask({ by: 'provider', compare: 'none', ...more }), 'csv', today);
    return parse(bytes.toString(), { bom: true }) as string[][];
  };
  const notes = (await linesOf({ measure: 'list' })).filter((l) => l[0] === 'note');
  expect(notes.sort()).toEqual([
    ['note', 'EUR: 1 of 1 charge has no list price and is not in this total.', '', '', '', ''],
    ['note', 'USD: 7 of 11 charges have no list price and are not in this total.', '', '', '', ''],
  ]);
  expect(new Set((await linesOf({ measure: 'effective' })).map((l) => l[0]))).toEqual(new Set(['Row', 'group', 'total']));
  expect((await exportGroups(actor, ask({ by: 'provider', measure: 'list' }), 'xlsx', today)).bytes.subarray(0, 2).toString()).toBe('PK');
});

test('what has a list price and what has none are all that is counted, filters and days applied', async () => {
  const { totals, unpriced } = await explore(actor, ask({ measure: 'list', f: 'currency:USD', ...allBut('usage', 'tax') }), today);
  expect(totals.map((t) => [t.currency, t.amount, t.charges])).toEqual([['USD', '1.75', 4]]);
  expect(unpriced).toEqual([{ currency: 'USD', charges: 2 }]);
  expect((await explore(actor, ask({ measure: 'list', from: '2026-08-04' }), today)).unpriced).toEqual([]);
});

test.each<[object, string]>([
  [{ by: 'tag:nope' }, 'No charge carries the tag "nope".'],
  [{ by: 'service', by2: 'tag:taem' }, 'No charge carries the tag "taem". Did you mean tag:team?'],
  [{ f: '-tag:Team:search' }, 'No charge carries the tag "Team". Did you mean tag:team?'],
  [{ by: 'allocation:nope' }, 'There is no allocation "nope".'],
])('%j is told, for every charge would be without it', async (more, words) => {
  await expect(explore(actor, ask(more), today)).rejects.toThrow(words);
});

test('charges and values that are narrowed by such a tag are refused too, and charges are not grouped', async () => {
  const narrowed = ask({ f: 'tag:nope:x' });
  await expect(getCharges(actor, narrowed, today)).rejects.toThrow('No charge carries the tag "nope".');
  await expect(exportCharges(actor, narrowed, today)).rejects.toThrow('No charge carries the tag "nope".');
  await expect(dimensionValues(actor, { ...narrowed, by: 'service', q: '' }, today)).rejects.toThrow('No charge carries the tag "nope".');
  expect((await getCharges(actor, ask({ by: 'tag:nope' }), today)).rows).toHaveLength(bill.length);
});

test('a tag that only other days carry is a tag', async () => {
  expect((await explore(actor, ask({ by: 'tag:team', from: '2026-07-01', to: '2026-08-01' }), today)).groups).toEqual([]);
});
