import { expect, test } from 'vitest';
import { addDays } from '../time/days';
import { burnDown, shortfall } from './commitment';
import { drawDown } from './credits';
import { row, share } from './revenue-share.fixture';
import type { CommittedSpend } from './types';

test('a commitment burns down against an even pace', () => {
  const { kind: _, ...common } = share();
  const a = {
    ...common,
    kind: 'committed_spend',
    tranches: [{ from: '2026-01-01', to: '2026-12-31', amount: '36500.00' }],
  } as CommittedSpend;
  const [t] = burnDown(a, [row('2026-01-01', '1000.005'), row('2026-01-10', '500'), row('2027-01-01', '9')], '2026-01-10');
  expect(t).toMatchObject({
    consumed: '1500.005',
    remaining: '34999.995',
    ideal: '1000.00',
    pace: '1.500005',
    daysLeft: 355,
    requiredPerDay: '98.59',
  });
  expect(t?.days.at(-1)).toEqual({ date: '2026-01-10', consumed: '1500.005', ideal: '1000.00' });
  expect(shortfall('50000000000.01', '49999999999.99')).toBe('0.02');
  expect(shortfall('10', '11')).toBe('0');
});

test('a commitment is forecast to its end from the days that are known, and what would be missing is said', () => {
  const { kind: _, ...common } = share();
  const a = { ...common, kind: 'committed_spend', tranches: [{ from: '2026-01-01', to: '2026-04-10', amount: '1500' }] } as CommittedSpend;
  const rows = Array.from({ length: 40 }, (_, i) => row(addDays('2026-01-01', i), '10'));
  const [t] = burnDown(a, rows, '2026-02-20'); // bills end on 9 February: the days after it are no days without spend
  expect(t?.forecast).toMatchObject({ point: '1000.00', shortfall: '500', confidence: 'normal' });
  expect(t?.ahead[0]).toMatchObject({ date: '2026-02-10', expected: '410.00', ideal: '615.00' });
  expect(t?.ahead.at(-1)).toMatchObject({ date: '2026-04-10', expected: '1000.00', ideal: '1500.00' });
  expect(burnDown(a, [...rows, row('2026-04-10', '1')], '2026-06-01')[0]).toMatchObject({ forecast: null, ahead: [] });
  expect(burnDown(a, [], '2026-02-20')[0]).toMatchObject({ forecast: null, consumed: '0' });
});

test('credits are drawn first-expiring first; what is left at the end of a lot is lost', () => {
  const lots = [
    { name: 'late', amount: '100', purchased: '2026-01-01', expires: '2026-12-31' },
    { name: 'early', amount: '50', purchased: '2026-01-15', expires: '2026-03-31' },
    { name: 'promotion', amount: '20', purchased: '2026-02-01', expires: '2026-02-28' },
  ];
  const s = drawDown(
    lots,
    [row('2026-01-10', '30'), row('2026-02-10', '5'), row('2026-03-10', '40'), row('2026-05-01', '90')],
    '2026-06-30',
  );
  expect(s.lots.map((l) => [l.name, l.drawn, l.balance, l.expired])).toEqual([
    ['promotion', '5', '0', '15'],
    ['early', '40', '0', '10'],
    ['late', '100', '0', '0'],
  ]);
  expect(s).toMatchObject({ granted: '170', drawn: '145', expired: '25', balance: '0', uncovered: '20', exhaustedOn: '2026-05-01' });
  expect(drawDown(lots, [row('2026-01-10', '30'), row('2026-01-20', '-10')], '2026-01-31')).toMatchObject({ balance: '130', drawn: '20' });
});
