import { expect, test } from 'vitest';
import { modelHref, modelNotUnderstood, parseModelView } from './view';
import { repriceCommand } from './words';

test('days of its own come back, and go before a named period', () => {
  const raw = { tab: 'unattributed', from: '2026-10-01', to: '2026-11-01' };
  expect(modelNotUnderstood(raw)).toEqual([]);
  expect(modelHref(parseModelView(raw))).toBe('/models?tab=unattributed&from=2026-10-01&to=2026-11-01');
  expect(modelHref({ ...parseModelView(raw), period: '30d' })).toBe('/models?tab=unattributed&from=2026-10-01&to=2026-11-01');
  expect(modelHref(parseModelView({ period: '30d' }))).toBe('/models?period=30d');
});
test('one day alone, and days the wrong way round, are not understood', () => {
  expect(modelNotUnderstood({ from: '2026-10-01' })).toEqual(['from=2026-10-01']);
  expect(modelNotUnderstood({ from: '2026-11-01', to: '2026-10-01' })).toEqual(['from=2026-11-01', 'to=2026-10-01']);
  expect(parseModelView({ from: '2026-11-01', to: '2026-10-01' })).toMatchObject({ period: '90d', from: undefined, to: undefined });
});
test('the command prices the days that are shown', () => {
  expect(repriceCommand({ from: '2026-10-01', to: '2026-11-01' })).toBe(
    'headroom prices reprice --from 2026-10-01 --to 2026-11-01 --apply',
  );
});
