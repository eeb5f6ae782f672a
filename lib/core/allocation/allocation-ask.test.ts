import { expect, test } from 'vitest';
import { RuleUseAsk, ShowbackAsk, statementsAskWith, UnallocatedAsk } from './allocation-ask';
import { AllocationQuery } from './allocation-query';

type Raw = Record<string, string | string[]>;
const StatementsAsk = statementsAskWith(['csv', 'xlsx']);
const refusals = (ask: typeof ShowbackAsk | typeof UnallocatedAsk | typeof RuleUseAsk | typeof StatementsAsk, raw: Raw) =>
  ask.safeParse(raw).error?.issues.map((i) => `${i.path.join('.')}: ${i.message}`) ?? [];

test.each<[Raw, string]>([
  [{ from: '2026-09-01' }, 'from: from and to are days like 2026-10-01, and both are needed.'],
  [{ to: '2026-10-01' }, 'to: from and to are days like 2026-10-01, and both are needed.'],
  [{ from: '2026-02-01', to: '2026-02-30' }, 'from: 2026-02-30 is no day of the calendar.'],
  [{ from: '1900-01-01', to: '2026-10-01' }, 'from: from and to lie between 2000 and 2099.'],
  [{ from: '2026-10-01', to: '2026-09-01' }, 'from: to is the day after the last and comes after from.'],
  [{ period: 'zzz' }, 'period: "zzz" is not known here. There are: mtd, last-month, 30d, 90d, 12m.'],
  [{ period: 'last-mont' }, 'period: "last-mont" is not known here. Did you mean last-month? There are: mtd, last-month, 30d, 90d, 12m.'],
  [{ period: '12m', from: '2026-09-01', to: '2026-10-01' }, 'period: Ask for a named period, or for from and to, not for both.'],
  [{ period: ['12m', '30d'] }, 'period: It stands in the address more than once.'],
  [{ perod: '12m' }, 'perod: It is not known here. Did you mean period?'],
  [{ basis: 'zzz' }, 'basis: "zzz" is not known here. There are: effective, billed.'],
  [{ basis: 'biled' }, 'basis: "biled" is not known here. Did you mean billed? There are: effective, billed.'],
  [{ basis: ['billed', 'effective'] }, 'basis: It stands in the address more than once.'],
  [{ dimension: '' }, 'dimension: It is the key of a dimension, like team, of 1 to 40 characters.'],
  [{ dimension: 'x'.repeat(41) }, 'dimension: It is the key of a dimension, like team, of 1 to 40 characters.'],
  [{ dimension: ['team', 'owner'] }, 'dimension: It stands in the address more than once.'],
  [{ '': 'x' }, ': A value without a word stands in the address.'],
])('%j is refused of showback and unallocated, and why', (raw, words) => {
  const said = raw[''] === undefined ? words : words.slice(2);
  for (const ask of [ShowbackAsk, UnallocatedAsk]) expect(refusals(ask, raw).map((r) => r.replace(/^: /, ''))).toEqual([said]);
});

test.each(['by', 'f', 'measure', 'compare', 'ccy', 'month', 'constructor'])('%s is a word of another question', (word) => {
  expect(refusals(ShowbackAsk, { [word]: 'service' })).toEqual([
    `${word}: It is not known here. There are: period, from, to, dimension, basis, format.`,
  ]);
  expect(refusals(UnallocatedAsk, { [word]: 'service' })).toEqual([
    `${word}: It is not known here. There are: period, from, to, dimension, basis, part.`,
  ]);
  expect(refusals(RuleUseAsk, { [word]: 'service' })).toEqual([
    `${word}: It is not known here. There are: period, from, to, dimension, basis.`,
  ]);
});

test('what nobody owns is told apart by what there is, and by nothing else', () => {
  expect(UnallocatedAsk.parse({ part: 'caller' }).part).toBe('caller');
  expect(refusals(UnallocatedAsk, { part: 'model' })).toEqual([
    'part: "model" is not known here. There are: service, caller, resource-group, resource.',
  ]);
  expect(refusals(ShowbackAsk, { part: 'service' })).toHaveLength(1);
});

test('a format is one of those that there are', () => {
  expect(refusals(ShowbackAsk, { format: 'xlsx' })).toEqual(['format: "xlsx" is not known here. There are: json, csv.']);
  expect(refusals(UnallocatedAsk, { format: 'csv' })).toHaveLength(1);
  expect(refusals(StatementsAsk, { format: 'pdf' })).toEqual(['format: "pdf" is not known here. There are: json, csv, xlsx.']);
});

test.each<Raw>([{}, { period: '12m', basis: 'billed' }, { from: '2026-09-01', to: '2026-10-01', dimension: 'product' }])(
  '%j is the same question that a page asks',
  (raw) => {
    expect(UnallocatedAsk.parse(raw)).toEqual({ ...AllocationQuery.parse(raw), part: 'service' });
    expect(RuleUseAsk.parse(raw)).toEqual(AllocationQuery.parse(raw));
    expect(ShowbackAsk.parse(raw)).toEqual({ ...AllocationQuery.parse(raw), format: 'json' });
    expect(ShowbackAsk.parse({ ...raw, format: 'csv' })).toEqual({ ...AllocationQuery.parse(raw), format: 'csv' });
  },
);

test('a page falls back where a machine is refused', () => {
  const odd = { period: 'zzz', from: '1900-01-01', to: '2026-02-30', basis: 'zzz', perod: '12m', dimension: '' };
  expect(AllocationQuery.parse(odd)).toEqual(AllocationQuery.parse({}));
});

test.each<[Raw, string]>([
  [{ month: 'abc' }, 'month: "abc" is no month. Months are written like 2026-10.'],
  [{ month: '' }, 'month: "" is no month. Months are written like 2026-10.'],
  [{ month: '2026-10-01' }, 'month: "2026-10-01" is no month. Months are written like 2026-10.'],
  [{ month: '2026-13' }, 'month: 2026-13 is no month of the calendar.'],
  [{ month: '2026-00' }, 'month: 2026-00 is no month of the calendar.'],
  [{ month: '1900-01' }, 'month: 1900-01 lies outside of the years that can be asked for.'],
  [{ month: '9999-12' }, 'month: 9999-12 lies outside of the years that can be asked for.'],
  [{ month: ['2026-09', '2026-10'] }, 'month: It stands in the address more than once.'],
  [{ monht: '2026-10' }, 'monht: It is not known here. Did you mean month?'],
  [{ period: '12m' }, 'period: It is not known here. There are: dimension, month, target, format.'],
  [{ from: '2026-09-01' }, 'from: It is not known here. There are: dimension, month, target, format.'],
  [{ basis: 'billed' }, 'basis: It is not known here. There are: dimension, month, target, format.'],
  [{ dimension: '' }, 'dimension: It is the key of a dimension, like team, of 1 to 40 characters.'],
  [{ target: '' }, 'target: It names whose statement is asked for, in 1 to 200 characters.'],
  [{ target: ['a', 'b'] }, 'target: It stands in the address more than once.'],
])('%j is refused of statements, and why', (raw, words) => {
  expect(refusals(StatementsAsk, raw)).toEqual([words]);
});

test('what is understood of statements is asked as it stands there', () => {
  expect(StatementsAsk.parse({})).toEqual({ dimension: null, month: null, target: null, format: 'json' });
  const raw = { dimension: 'team', month: '2026-10', target: '(unallocated)', format: 'xlsx' };
  expect(StatementsAsk.parse(raw)).toEqual(raw);
});
