import { expect, test } from 'vitest';
import type { AgreementDetail } from '@/lib/services/agreements/list-agreements';
import { prepareHistory } from './prepare-history';

const agreement = { currency: 'USD', end: '2030-12-31' } as AgreementDetail['agreement'];
const row = (knownOn: string, median: string | null, over: Partial<AgreementDetail['history'][number]> = {}) => ({
  ...{ knownOn, median, p10: median, p90: null, probability: 0.75, accrued: '1.00', cap: '2.00', reachedOn: null },
  ...over,
});
const told = (...history: AgreementDetail['history']) => prepareHistory({ agreement, history });

test('says by how much the date moved since it was first kept', () => {
  const a = row('2026-11-01', '2027-03-01');
  expect(told(a, row('2026-11-20', '2027-03-11')).summary).toBe(
    'The cap is expected on Thu 11 Mar 2027: 10 days later than expected on Sun 1 Nov 2026.',
  );
  expect(told(a, row('2026-11-20', '2027-02-28')).summary).toContain('1 day earlier than');
  expect(told(a).summary).toBe('The cap is expected on Mon 1 Mar 2027. Kept once a day from now on.');
  expect(told(a, row('2026-11-20', null)).summary).toBe('The cap is not expected before the end. Kept on 2 days since Sun 1 Nov 2026.');
  expect(told(a, row('2026-11-20', null, { reachedOn: '2026-11-18' })).summary).toBe('The cap was reached on Wed 18 Nov 2026.');
});

test('a late end that is not before the end is drawn to the end; the table has the newest first', () => {
  const { points, table } = told(row('2026-11-01', '2027-03-01'), row('2026-11-02', '2027-03-02'));
  expect(points[0]).toEqual({ knownOn: '2026-11-01', expected: '2027-03-01', early: '2027-03-01', late: '2030-12-31' });
  expect(table.rows[0]).toMatchObject({ knownOn: '2026-11-02', range: '2027-03-02 to not before the end', chance: '75 %' });
});
