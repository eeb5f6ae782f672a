import { expect, test } from 'vitest';
import { readAgreements } from './read';
import { agreementsText } from './write';

const yaml = (changes = '', more = '') => `
agreements:
  - name: share-a
    kind: revenue_share        # committed_spend | prepaid_credits | term
    direction: pay             # receive
    currency: USD
    start: 2026-05-01
    end: 2030-12-31            # inclusive
    terms: [{from: 2026-05-01, rate: "0.20"}]
    cap: ${changes || '"38000000000.00"'}
    prior: "0"
    mode: net
    settlement: month
    base: {series: revenue-a}
${more}`;

test('a rate above 1 is hardly meant, and is taken when it is said to be', () => {
  const file = (rate: string, more = '') =>
    `agreements: [{name: x, kind: revenue_share, direction: pay, currency: USD, start: 2026-01-01, terms: [{from: 2026-01-01, rate: "${rate}"}]${more}}]`;
  expect(() => readAgreements(file('20'), 'a.yaml')).toThrow(
    'has the rate 20, which is 2,000 %; 20 % is 0.2. If it is meant, say confirm_rate: true',
  );
  expect(readAgreements(file('1'), 'a.yaml')).toHaveLength(1);
  const meant = readAgreements(file('1.5', ', confirm_rate: true'), 'a.yaml');
  expect(readAgreements(agreementsText(meant), 'a.yaml')).toEqual(meant);
});

test('reads an agreement as it is written, every amount as text', () => {
  const [a] = readAgreements(yaml('50000000000000000000.01'), 'a.yaml');
  expect(a).toMatchObject({
    kind: 'revenue_share',
    cap: '50000000000000000000.01',
    terms: [{ from: '2026-05-01', rate: '0.20' }],
    base: { series: 'revenue-a' },
  });
});

test('reads the other kinds', () => {
  const [commitment, credits, licence] = readAgreements(
    `
agreements:
  - {name: c, kind: committed_spend, direction: pay, currency: EUR, start: 2026-01-01, end: 2026-12-31, amount: 5000, base: {filter: {provider: [azure], -team: a}, measure: effective}}
  - {name: p, kind: prepaid_credits, direction: pay, currency: USD, start: 2026-01-01, lots: [{name: x, amount: 10, purchased: 2026-01-01, expires: 2026-03-31}]}
  - name: t
    kind: term
    direction: receive
    currency: USD
    start: 2026-04-27
    end: 2032-12-31
    exclusive: false
    milestones: [{name: notice, date: 2032-06-30, remind_days: [30, 7]}, {name: a proof nobody can compute}]
`,
    'b.yaml',
  );
  const all = [commitment, credits, licence].flatMap((a) => (a ? [a] : []));
  expect(readAgreements(agreementsText(all), 'again.yaml')).toEqual(all);
  expect(commitment).toMatchObject({
    tranches: [{ from: '2026-01-01', to: '2026-12-31', amount: '5000' }],
    base: {
      measure: 'effective',
      filter: ['provider:azure', '-team:a'],
    },
  });
  expect(credits).toMatchObject({ lots: [{ expires: '2026-03-31' }], base: null });
  expect(licence).toMatchObject({
    exclusive: false,
    milestones: [
      { date: '2032-06-30', remindDays: [30, 7] },
      { date: null, remindDays: [] },
    ],
  });
});

test.each([
  [yaml('1.234'), 'a.yaml: "share-a": cap has more than 2 decimals: a cap is in whole minor units of USD.'],
  [yaml('a lot'), 'a.yaml: "share-a": cap is no plain decimal number ("a lot").'],
  [yaml('', '    cups: 3'), 'a.yaml: "share-a": there is no field "cups".'],
  [yaml().replace('2030-12-31', '2030-02-31'), 'a.yaml: "share-a": end is no day like 2026-05-01 ("2030-02-31").'],
  [yaml().replace('2030-12-31', '2020-12-31'), 'a.yaml: "share-a": end lies before start.'],
  [yaml().replace('revenue_share', 'revenue'), 'a.yaml: "share-a": kind is none of revenue_share, committed_spend, prepaid_credits, term.'],
  [yaml().replace('{series: revenue-a}', '{filter: {colour: [red]}}'), 'a.yaml: "share-a": base.filter knows no dimension "colour".'],
  ['agreements: [', 'a.yaml: '],
  ['x: 1', 'a.yaml: it must hold one list, "agreements:".'],
])('says what is wrong', (text, sentence) => {
  expect(() => readAgreements(text, 'a.yaml')).toThrow(sentence);
});
