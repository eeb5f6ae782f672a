import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../time/days';
import { row, share, workedBase } from './revenue-share.fixture';
import { statementOf } from './statement';

const brief = (s: ReturnType<typeof statementOf>) => s.periods.map((p) => [p.period, p.opening, p.accrual, p.trueUp, p.closing]);

test('the worked table as a statement', () => {
  const s = statementOf(share(), workedBase);
  expect(s).toMatchObject({ posted: '1000.00', remaining: '0.00', pending: '0.00', capDate: '2026-05-03', to: '2026-05-06' });
  expect(brief(s)).toEqual([['2026-05', '0.00', '1000.00', '0.00', '1000.00']]);
  expect(statementOf(share(), workedBase, { to: '2026-05-05' })).toMatchObject({ posted: '996.00', remaining: '4.00', capDate: null });
});

describe('a correction after the month was closed', () => {
  const rows = [row('2026-05-10', '1000'), row('2026-06-10', '500'), row('2026-05-10', '-300', '2026-07-03', 'correction')];
  const a = share();

  test('leaves closed statements as they were and is a true-up where it became known', () => {
    const s = statementOf(a, rows);
    expect(brief(s)).toEqual([
      ['2026-05', '0.00', '200.00', '0.00', '200.00'],
      ['2026-06', '200.00', '100.00', '0.00', '300.00'],
      ['2026-07', '300.00', '0.00', '-60.00', '240.00'],
    ]);
    expect(s.periods[2]?.causes).toEqual([{ id: 'correction', date: '2026-05-10', booked: '2026-07-03', amount: '-300' }]);
    expect(s.pending).toBe('0.00');
  });
  test('is unknown before it was booked', () => {
    const s = statementOf(a, rows, { asOf: '2026-07-02' });
    expect(s.posted).toBe('300.00');
    expect(s.days.map((d) => d.posted)).toEqual(['200.00', '100.00']);
  });
  test('is pending where the statements end before it', () => {
    expect(statementOf(a, rows, { to: '2026-06-30' })).toMatchObject({ posted: '300.00', pending: '-60.00' });
  });
  test('does not change a posted statement, whatever else becomes known of its time', () => {
    const [may] = statementOf(a, rows).periods;
    const late = [...rows, row('2026-05-11', '50', '2026-05-11', 'late')];
    const s = statementOf(a, late, { posted: may ? [may] : [] });
    expect(brief(s).slice(0, 2)).toEqual([
      ['2026-05', '0.00', '200.00', '0.00', '200.00'],
      ['2026-06', '200.00', '100.00', '10.00', '310.00'],
    ]);
    expect(s.periods[0]?.state).toBe('posted');
  });
});

test('a correction below a full cap costs nothing until it is used up', () => {
  const rows = [row('2026-05-01', '6000'), row('2026-05-02', '-800', '2026-06-05'), row('2026-05-02', '-500', '2026-07-05')];
  expect(brief(statementOf(share(), rows))).toEqual([
    ['2026-05', '0.00', '1000.00', '0.00', '1000.00'],
    ['2026-06', '1000.00', '0.00', '0.00', '1000.00'],
    ['2026-07', '1000.00', '0.00', '-60.00', '940.00'],
  ]);
  expect(statementOf(share({ mode: 'ratchet' }), rows)).toMatchObject({ posted: '1000.00', remaining: '0.00' });
});

test('corrections count after the end, until the final claim', () => {
  const a = share({ end: '2026-05-31', finalClaim: '2026-07-31', cap: null });
  const rows = [
    row('2026-05-10', '100'),
    row('2026-06-01', '900'),
    row('2026-05-11', '50', '2026-07-15'),
    row('2026-05-12', '70', '2026-08-01'),
  ];
  const s = statementOf(a, rows);
  expect(s.posted).toBe('30.00');
  expect(s.remaining).toBeNull();
  expect(s.periods.at(-1)).toMatchObject({ period: '2026-07', trueUp: '10.00', accrual: '0.00' });
});

test('quarters begin where the calendar says, the first where the agreement does', () => {
  const a = share({ settlement: 'quarter' });
  const s = statementOf(a, [row('2026-05-10', '10'), row('2026-07-01', '20')]);
  expect(s.periods.map((p) => [p.period, p.from, p.to, p.posted])).toEqual([
    ['2026-Q2', '2026-05-01', '2026-06-30', '2.00'],
    ['2026-Q3', '2026-07-01', '2026-09-30', '4.00'],
  ]);
});

test('statements add up to what is owed, whenever rows become known', () => {
  const rows = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 200 }),
      delay: fc.integer({ min: 0, max: 90 }),
      x: fc.integer({ min: -300_000, max: 900_000 }).map((n) => new Big(n).div(1_000).toFixed()),
    }),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(rows, (list) => {
      const all = list.map(({ day, delay, x }, i) => row(addDays('2026-05-01', day), x, addDays('2026-05-01', day + delay), String(i)));
      const s = statementOf(share(), all);
      const days = s.days.reduce((sum, d) => sum.plus(d.posted), new Big(0));
      expect([s.pending, s.posted]).toEqual(['0.00', days.toFixed(2)]);
      let opening = '0.00';
      for (const p of s.periods) {
        expect(p.opening).toBe(opening);
        expect(new Big(p.opening).plus(p.accrual).plus(p.trueUp).toFixed(2)).toBe(p.closing);
        expect(new Big(p.closing).lte('1000')).toBe(true);
        opening = p.closing;
      }
    }),
    { numRuns: 150, seed: 2 },
  );
});
