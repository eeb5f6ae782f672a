import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../time/days';
import { accrueByDay } from './accrue';
import { convertRows } from './convert';
import { row, share, workedBase } from './revenue-share.fixture';
import type { RevenueShare } from './types';

const posted = (a: RevenueShare, rows = workedBase) => accrueByDay(a, rows).map((d) => d.posted);
const total = (amounts: string[]) => amounts.reduce((sum, x) => sum.plus(x), new Big(0));

describe('the worked table of a capped revenue share', () => {
  test('net: a refund after the cap reopens room, later base fills it', () => {
    const days = accrueByDay(share(), workedBase);
    expect(days.map((d) => d.posted)).toEqual(['495.07', '494.93', '10.00', '0.00', '-4.00', '4.00']);
    expect(days.map((d) => d.earned)).toEqual(['495.06666', '494.93334', '16', '10', '-20', '6']);
    expect(days.map((d) => d.accrued)).toEqual(['495.06666', '990', '1000', '1000', '996', '1000']);
  });

  test('ratchet: what is discharged stays so', () => {
    expect(posted(share({ mode: 'ratchet' }))).toEqual(['495.07', '494.93', '10.00', '0.00', '0.00', '0.00']);
  });

  test('the boundary day owes exactly the room that is left', () => {
    expect(accrueByDay(share(), workedBase)[2]).toMatchObject({ base: '80', earned: '16', posted: '10.00', notAccrued: '6' });
  });

  test('30 days of 0.014 post 0.42, not 0.30', () => {
    const days = Array.from({ length: 30 }, (_, i) => row(addDays('2026-05-01', i), '0.07'));
    expect(total(posted(share(), days)).toFixed(2)).toBe('0.42');
  });
});

test('a rate holds from its day on and changes no day before it', () => {
  const rows = [row('2026-05-31', '100'), row('2026-06-01', '100'), row('2026-04-30', '100')];
  const terms = [
    { from: '2026-05-01', rate: '0.20' },
    { from: '2026-06-01', rate: '0.15' },
  ];
  expect(accrueByDay(share({ terms }), rows).map((d) => [d.date, d.posted])).toEqual([
    ['2026-05-31', '20.00'],
    ['2026-06-01', '15.00'],
  ]);
});

test('each year has its own cap inside of the total one', () => {
  const a = share({ start: '2025-07-01', terms: [{ from: '2025-07-01', rate: '0.5' }], cap: '250.00', capPerYear: '100.00' });
  const rows = [row('2025-08-01', '150'), row('2025-12-31', '150'), row('2026-01-01', '500'), row('2026-02-01', '-700')];
  expect(posted(a, rows)).toEqual(['75.00', '25.00', '100.00', '-200.00']);
  expect(posted({ ...a, capYear: 'contract' }, rows)).toEqual(['75.00', '25.00', '0.00', '-50.00']);
});

test('what was accrued before counts against the cap and is not posted again', () => {
  expect(posted(share({ prior: '990.005' }), [row('2026-05-01', '100')])).toEqual(['10.00']);
});

test('amounts above 2^53 cents stay exact', () => {
  const a = share({ cap: '50000000000000000000.01', terms: [{ from: '2026-05-01', rate: '1' }] });
  expect(posted(a, [row('2026-05-01', '49999999999999999999.995'), row('2026-05-02', '1')])).toEqual(['50000000000000000000.00', '0.01']);
});

test('yen have no cents', () => {
  expect(posted(share({ currency: 'JPY', cap: '1000' }), [row('2026-05-01', '12.6'), row('2026-05-02', '4')])).toEqual(['3', '0']);
});

test('a reversal at the rate of its own day comes to nothing; without a rate a row is listed and not counted', () => {
  const fx = [
    { from: '2026-05-01', currency: 'EUR', rate: '1.0842' },
    { from: '2026-06-01', currency: 'EUR', rate: '1.2' },
  ];
  const base = { booked: '2026-06-10', currency: 'EUR' };
  const { rows, unconverted } = convertRows(
    [
      { ...base, id: '1', date: '2026-05-09', amount: '100.00' },
      { ...base, id: '2', date: '2026-05-09', amount: '-100.00' },
      { ...base, id: '3', date: '2026-04-30', amount: '5' },
    ],
    'USD',
    fx,
  );
  expect(rows.map((r) => r.amount.toFixed())).toEqual(['108.42', '-108.42']);
  expect(unconverted.map((r) => r.id)).toEqual(['3']);
});

describe('laws', () => {
  const amount = fc.integer({ min: -5_000_000, max: 20_000_000 }).map((n) => new Big(n).div(1_000).toFixed());
  const rows = fc.array(
    fc.tuple(fc.integer({ min: -5, max: 260 }), amount).map(([d, x]) => ({ day: addDays('2026-05-01', d), x })),
    { maxLength: 40 },
  );
  const agreement = fc
    .record({
      rate: fc.integer({ min: 0, max: 1_000 }).map((n) => new Big(n).div(1_000).toFixed()),
      second: fc.integer({ min: 0, max: 1_000 }).map((n) => new Big(n).div(1_000).toFixed()),
      cap: fc.option(fc.integer({ min: 0, max: 2_000_000 }).map((n) => new Big(n).div(100).toFixed(2))),
      mode: fc.constantFrom('net' as const, 'ratchet' as const),
      rounding: fc.constantFrom('half-even' as const, 'half-up' as const),
    })
    .map(({ rate, second, ...rest }) =>
      share({
        ...rest,
        terms: [
          { from: '2026-05-01', rate },
          { from: '2026-08-15', rate: second },
        ],
      }),
    );
  const asRows = (list: { day: string; x: string }[]) => list.map(({ day, x }, i) => row(day, x, day, String(i)));
  const law = (name: string, holds: (a: RevenueShare, list: { day: string; x: string }[]) => void) =>
    test(name, () => fc.assert(fc.property(agreement, rows, holds), { numRuns: 200, seed: 1 }));

  law('never above the cap', (a, list) => {
    let sum = new Big(0);
    for (const p of posted(a, asRows(list))) {
      sum = sum.plus(p);
      if (a.cap !== null) expect(sum.lte(a.cap)).toBe(true);
    }
  });
  law('what is posted is the rounded sum, at every day', (a, list) => {
    let sum = new Big(0);
    for (const d of accrueByDay(a, asRows(list))) {
      sum = sum.plus(d.posted);
      expect(sum.minus(d.accrued).abs().lte('0.005')).toBe(true);
    }
  });
  law('order and slicing do not matter', (a, list) => {
    const whole = accrueByDay(a, asRows(list));
    const sliced = list.flatMap(({ day, x }) => [row(day, new Big(x).times(3).toFixed()), row(day, new Big(x).times(-2).toFixed())]);
    expect(accrueByDay(a, sliced.reverse())).toEqual(whole);
  });
  law('net: only the sum counts, not the way to it', (a, list) => {
    const net = { ...a, mode: 'net' as const };
    const last = accrueByDay(net, asRows(list)).at(-1);
    const earned = accrueByDay({ ...net, cap: null }, asRows(list)).at(-1);
    if (last && earned)
      expect(last.accrued).toBe(a.cap !== null && new Big(earned.accrued).gt(a.cap) ? new Big(a.cap).toFixed() : earned.accrued);
  });
  law('net: a refund undoes its charge', (a, list) => {
    const net = { ...a, mode: 'net' as const };
    const undone = [...asRows(list), row('2026-07-01', '777.77'), row('2026-07-01', '-777.77')];
    const sum = (r: typeof undone) => total(accrueByDay(net, r).map((d) => d.posted)).toFixed(2);
    expect(sum(undone)).toBe(sum(asRows(list)));
  });
  law('ratchet: never falls', (a, list) => {
    for (const p of posted({ ...a, mode: 'ratchet' }, asRows(list))) expect(new Big(p).gte(0)).toBe(true);
  });
  law('nothing outside the dates', (a, list) => {
    for (const d of accrueByDay(a, asRows(list))) expect(d.date >= a.start && d.date <= (a.end ?? '')).toBe(true);
  });
});
