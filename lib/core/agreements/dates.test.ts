import { expect, test } from 'vitest';
import { agreementDates, dueDates } from './dates';
import { readAgreements } from './read';

const read = (fields: string) => {
  const [a] = readAgreements(`agreements:\n  - {name: x, direction: pay, currency: USD, start: 2026-05-01, ${fields}}`, 'a.yaml');
  if (!a) throw new Error('none');
  return a;
};
const days = (fields: string) => agreementDates(read(fields)).map((d) => `${d.date} ${d.name}`);

test('a licence: its notice lies before the end, its renewal is the day after', () => {
  expect(days('kind: term, end: 2027-04-30, notice_days: "90", renewal_months: "12"')).toEqual([
    '2026-05-01 Begins',
    '2027-01-30 Last day for a notice',
    '2027-04-30 Ends',
    '2027-05-01 Renews for 12 months',
  ]);
});

test('a share, a commitment and credits have the days of their own', () => {
  const share =
    'kind: revenue_share, end: 2030-12-31, final_claim: 2031-03-31, terms: [{from: 2026-05-01, rate: "0.2"}, {from: 2027-01-01, rate: "0.15"}]';
  expect(days(share)).toEqual(['2026-05-01 Begins', '2027-01-01 Rate becomes 0.15', '2030-12-31 Ends', '2031-03-31 Last day for claims']);
  const tranches = 'tranches: [{from: 2026-05-01, to: 2026-12-31, amount: "100"}, {from: 2027-01-01, to: 2027-04-30, amount: "50"}]';
  expect(days(`kind: committed_spend, end: 2027-04-30, ${tranches}`)).toEqual([
    '2026-05-01 Begins',
    '2026-12-31 Commitment of 100 USD ends',
    '2027-04-30 Ends',
  ]);
  expect(
    days(
      'kind: prepaid_credits, lots: [{name: A, amount: "5", purchased: 2026-05-01, expires: 2026-11-30}, {name: B, amount: "5", purchased: 2026-05-01}]',
    ),
  ).toEqual(['2026-05-01 Begins', '2026-11-30 Credits "A" expire']);
});

test('what has no date is none; rights end on their own day', () => {
  const rights =
    'rights: [{name: Exclusivity, text: "Yes.", until: 2026-12-31}], milestones: [{name: Judged}, {name: Review, date: 2026-06-01, remind_days: ["3"]}]';
  expect(days(`kind: term, ${rights}`)).toEqual(['2026-05-01 Begins', '2026-06-01 Review', '2026-12-31 Exclusivity ends']);
});

test('a reminder is due with the shortest notice that has begun, and never after its day', () => {
  const dates = agreementDates(read('kind: term, end: 2026-12-31, milestones: [{name: Review, date: 2026-06-10, remind_days: ["3"]}]'));
  const due = (today: string) => dueDates(dates, today).map((d) => `${d.name} ${d.days}`);
  expect(due('2026-06-06')).toEqual([]);
  expect(due('2026-06-07')).toEqual(['Review 3']);
  expect(due('2026-06-11')).toEqual([]);
  expect(due('2026-12-01')).toEqual(['Ends 30']);
  expect(due('2026-12-24')).toEqual(['Ends 7']);
  expect(due('2026-12-31')).toEqual(['Ends 7']);
  expect(due('2027-01-01')).toEqual([]);
});
