import Big from 'big.js';
import type { ConvertedRow } from './convert';
import type { RevenueShare } from './types';

/** The agreement of the worked table in finops-math §8.2. */
export const share = (changes: Partial<RevenueShare> = {}): RevenueShare => ({
  kind: 'revenue_share',
  name: 'share',
  group: null,
  counterparty: null,
  direction: 'pay',
  currency: 'USD',
  start: '2026-05-01',
  end: '2026-12-31',
  milestones: [],
  rights: [],
  notes: null,
  unconfirmed: null,
  terms: [{ from: '2026-05-01', rate: '0.20' }],
  cap: '1000.00',
  capPerYear: null,
  capYear: 'calendar',
  prior: '0',
  mode: 'net',
  settlement: 'month',
  rounding: 'half-even',
  finalClaim: null,
  fx: [],
  base: null,
  ...changes,
});

export const row = (date: string, amount: string, booked = date, id = `${date}/${booked}/${amount}`): ConvertedRow => ({
  id,
  date,
  booked,
  amount: new Big(amount),
});

export const workedBase = ['2475.3333', '2474.6667', '80.00', '50.00', '-100.00', '30.00'].map((amount, i) =>
  row(`2026-05-0${i + 1}`, amount),
);
