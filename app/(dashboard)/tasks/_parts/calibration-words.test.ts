import { expect, test } from 'vitest';
import type { Calibrated } from '@/lib/services/tasks/get-calibration';
import { onBill, withoutEvents } from './calibration-words';

const line = (change: Partial<Calibrated>): Calibrated => ({
  ...{ provider: 'azure', day: null, events: 100, estimate: null, invoiceOfEstimated: null, estimateDrift: null },
  ...{ list: null, invoiceOfListed: null, listDrift: null, invoice: null, withoutInvoice: 0, unexplained: null },
  ...change,
});

test('a bill in another currency is a bill', () => {
  expect(onBill(line({}))).toEqual({ words: 'in another currency' });
  expect(withoutEvents(line({}))).toEqual({ words: 'in another currency' });
});
test('a bill without any event is a bill', () => {
  const google = line({ provider: 'gcp', events: 0, unexplained: '8318.65' });
  expect(onBill(google)).toEqual({ withoutEvents: '8318.65' });
  expect(withoutEvents(google)).toEqual({ amount: '8318.65' });
});
test('no bill is where no event has one; what is billed is told with what no event explains', () => {
  expect(onBill(line({ withoutInvoice: 100 }))).toEqual({ words: 'no bill' });
  expect(withoutEvents(line({ withoutInvoice: 100 }))).toEqual({ words: 'no bill' });
  const billed = line({ invoice: '5', unexplained: '2', withoutInvoice: 3 });
  expect([onBill(billed), withoutEvents(billed)]).toEqual([{ amount: '5' }, { amount: '2' }]);
});
