import { expect, test } from 'vitest';
import { overviewHref, overviewNotUnderstood, parseOverviewView } from './overview-view';

test('an address of the overview says only what was chosen', () => {
  expect(overviewHref(parseOverviewView({}))).toBe('/');
  expect(overviewHref({ period: '30d', measure: 'billed', ccy: 'billing', draw: 'EUR' })).toBe(
    '/?period=30d&measure=billed&ccy=billing&draw=EUR',
  );
});

test('what is malformed falls back to its default and is named', () => {
  const raw = { period: '7d', measure: ['billed', 'x'], ccy: 'euro', by: 'model' };
  expect(parseOverviewView(raw)).toEqual({ period: 'mtd', measure: 'effective', ccy: null, draw: null });
  expect(overviewNotUnderstood(raw)).toEqual(['period=7d', 'measure=billed', 'measure=x', 'ccy=euro', 'by']);
});
