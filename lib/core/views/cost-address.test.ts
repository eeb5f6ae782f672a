import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExploreAsk } from '../explore/explore-ask';
import { addressOf, costHref, currencyIn, keptAddress, notUnderstood, parseCostView, viewOf, withoutSecondPeriod } from './cost-address';

test('what is kept asks the same question, and keeping it again changes nothing', () => {
  const link = '/costs?period=30d&f=provider:azure,aws&f=-team:(none)&by=model&by2=region&measure=tokens&page=7&view=12&charge=1.2.x';
  const kept = keptAddress(link);
  expect(kept).toBe('period=30d&by=model&by2=region&measure=tokens&f=provider:azure,aws&f=-team:(none)');
  expect(keptAddress(kept)).toBe(kept);
  expect(addressOf(viewOf(kept, 12))).toBe(kept);
});

test('nothing hostile gets in', () => {
  for (const text of [
    'javascript:alert(1)',
    '/costs?by=<script>',
    'https://elsewhere.example/?next=1',
    '',
    '?__proto__=x&constructor=y',
    '%00',
  ])
    expect(keptAddress(text)).toBe('');
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(keptAddress(text)).toBe(keptAddress(keptAddress(text)));
      expect(keptAddress(text)).not.toMatch(/[<>"'\s]/);
    }),
  );
});

test('the view that was opened stays in the address, and only a number is one', () => {
  expect(costHref(viewOf('by=model', 12))).toBe('/costs?by=model&view=12');
  expect(parseCostView({ view: 'table' }).saved).toBeNull();
  expect(parseCostView({ view: '0' }).saved).toBeNull();
});

test('days of one’s own take the place of a named period, and the rest of the address stays as it was written', () => {
  const days = { from: '2026-09-01', to: '2026-09-15' };
  expect(withoutSecondPeriod({ period: '30d', ...days, f: ['team:a b', '-ai:true'], nonsense: '1' })).toBe(
    '/costs?from=2026-09-01&to=2026-09-15&f=team:a+b&f=-ai:true&nonsense=1',
  );
  for (const once of [{ period: '30d' }, days, {}, { period: '30d', from: days.from }, { period: '30d', from: days.to, to: days.from }])
    expect(withoutSecondPeriod(once)).toBeNull();
});

test('what is no currency is named on a page and falls back, and the API refuses it; a currency and `billing` are kept', () => {
  for (const ccy of ['ZZZ', 'QQQ', 'eur', 'EURO', '']) {
    expect([ccy, parseCostView({ ccy }).ccy, currencyIn({ ccy })]).toEqual([ccy, null, null]);
    expect(ExploreAsk.safeParse({ ccy }).error?.issues).toMatchObject([
      { path: ['ccy'], message: expect.stringContaining(`"${ccy}" is no currency.`) },
    ]);
  }
  expect(notUnderstood({ ccy: 'ZZZ' })).toEqual(['ccy=ZZZ']);
  for (const ccy of ['EUR', 'JPY', 'KWD', 'billing']) {
    expect([ccy, parseCostView({ ccy }).ccy, notUnderstood({ ccy })]).toEqual([ccy, ccy, []]);
    expect(ExploreAsk.safeParse({ ccy }).success).toBe(true);
  }
  expect([currencyIn({ ccy: 'EUR' }), currencyIn({ ccy: 'billing' }), currencyIn({ ccy: ['EUR', 'USD'] })]).toEqual(['EUR', null, null]);
});
