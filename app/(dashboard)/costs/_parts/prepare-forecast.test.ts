import { expect, test } from 'vitest';
import type { CostForecast } from '@/lib/core/explore/cost-forecast';
import { prepareForecast } from './prepare-forecast';

const forecast: CostForecast = {
  reason: null,
  until: '2026-12-01',
  completeTo: '2026-11-29',
  currencies: [
    {
      currency: 'USD',
      reason: null,
      bins: [
        { day: '2026-11-29', amount: '10.00', low: '8.00', high: '12.00', sum: { amount: '110.00', low: '108.00', high: '112.00' } },
        { day: '2026-11-30', amount: '20.00', low: '15.00', high: '25.00', sum: { amount: '130.00', low: '124.00', high: '136.00' } },
      ],
      method: 'holt-winters',
      confidence: 'normal',
      level: 0.8,
      error: 0.061,
      days: 90,
    },
    { currency: 'EUR', reason: 'Only 3 complete days are known; from 14 on something can be expected.' },
  ],
};

test('bars stand for themselves, or with all before them; the days still open are not complete', () => {
  const bars = prepareForecast(forecast, 'USD', false);
  expect(bars).toMatchObject({ to: '2026-12-01', incompleteDays: ['2026-11-29', '2026-11-30'] });
  expect(bars.expected?.map((b) => b.amount)).toEqual(['10.00', '20.00']);
  expect(prepareForecast(forecast, 'USD', true).expected?.map((b) => [b.amount, b.low, b.high])).toEqual([
    ['110.00', '108.00', '112.00'],
    ['130.00', '124.00', '136.00'],
  ]);
});

test('how it was found is said in words', () => {
  expect(prepareForecast(forecast, 'USD', false).remark).toBe(
    'Dashed: expected, 130.00 USD in all by 30 Nov, 124.00 USD to 136.00 USD with a probability of 80 %. Method: level, trend and weekdays carried on (Holt-Winters), from 90 complete days, which missed by 6.1 % when it was tried on the days before.',
  );
});

test('where nothing is expected, why is said, and nothing is drawn', () => {
  expect(prepareForecast(forecast, 'EUR', false)).toEqual({
    remark: 'No forecast: Only 3 complete days are known; from 14 on something can be expected.',
  });
  expect(prepareForecast({ ...forecast, reason: 'This period has not begun.', currencies: [] }, 'USD', true)).toEqual({
    remark: 'No forecast: This period has not begun.',
  });
  expect(prepareForecast(forecast, 'NOK', false).expected).toBeUndefined();
});
