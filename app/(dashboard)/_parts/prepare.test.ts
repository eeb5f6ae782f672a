import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GroupRow } from '@/lib/core/costs/overview';
import { costLinks } from './links';
import { anOverview, group } from './overview.fixture';
import { prepareAttention } from './prepare-attention';
import { prepareMovers } from './prepare-movers';
import { changeWord, prepareRanking } from './prepare-ranking';
import { figureStep, prepareStrip, shareOf } from './prepare-strip';
import { prepareTrend } from './prepare-trend';

const name = (value: string | null) => value ?? 'none';
const add = (amounts: readonly string[]) => amounts.reduce((sum, a) => sum.plus(a), new Big(0)).toFixed();
const source = {
  sourceId: 1,
  name: 'Azure',
  accountName: null,
  provider: 'azure',
  completeTo: '2026-11-21',
  lastLoadAt: null,
  isLate: false,
};

test('each currency has its own line, and a share only where it means something', () => {
  const { lines, quiet } = prepareStrip(anOverview());
  const [usd, eur] = lines;
  expect(quiet).toEqual([]);
  expect(usd).toMatchObject({ currency: 'USD', aiShare: '60.0 %', hasUnclassified: false });
  expect(eur).toMatchObject({ currency: 'EUR', aiShare: null, hasUnclassified: true });
  expect([shareOf('1', '0'), shareOf('-1', '4'), shareOf('5', '4'), shareOf('1', '3')]).toEqual([null, null, null, '33.3 %']);
});

const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -10_000, max: 1_000_000 })), {
  selector: ([n]) => n,
  maxLength: 40,
});

test('what a ranking shows adds up to all of its groups, to the last digit', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const groups = list.map(([n, cents]): GroupRow => group('service', n ? `s${n}` : null, new Big(cents).div(1000).toFixed()));
      const { rows: shown, table } = prepareRanking(anOverview({ groups }), {
        dimension: 'service',
        currency: 'USD',
        title: 'Service',
        name,
      });
      const expected = add(groups.map((g) => g.current));
      expect(add(shown.map((r) => r.current))).toBe(expected);
      expect(table.total?.current).toBe(expected);
      expect(shown.length).toBeLessThanOrEqual(9);
    }),
  );
});

test('models share out AI spend: the rest is on no model, other spend does not appear', () => {
  const groups = [group('model', 'gpt-5', '40.05', '30'), group('model', null, '60.05', '50')];
  const { rows: shown, summary } = prepareRanking(anOverview({ groups }), { dimension: 'model', currency: 'USD', title: 'Model', name });
  expect(shown.map((r) => [r.label, r.current, r.opens, r.change])).toEqual([
    ['gpt-5', '40.05', { value: 'gpt-5' }, '+33.5 %'],
    ['none', '20', { value: null }, ''],
  ]);
  expect(summary).toBe('gpt-5 is 66.7 % of AI spend.');
});

test('a currency without charges in the period is no line of its own, unless it is the only one', () => {
  const totals = anOverview().totals.map((t) => ({ ...t, current: '0', charges: 0 }));
  const { lines, quiet } = prepareStrip({ totals });
  expect([lines.map((l) => l.currency), quiet.map((l) => l.currency)]).toEqual([['USD'], ['EUR']]);
});

test('where nothing has a name the sentence says so, and not that there is nothing', () => {
  const ranked = (dimension: 'model' | 'team', groups: GroupRow[], more = {}) =>
    prepareRanking(anOverview({ groups, ...more }), { dimension, currency: 'USD', title: '', name }).summary;
  expect(ranked('model', [])).toBe('None of the 60.05 USD of AI spend names a model.');
  expect(ranked('team', [group('team', null, '100.10')])).toBe('None of the 100.10 USD of spend carries a team tag.');
  expect(ranked('team', [group('team', null, '100.10'), group('team', 'gone', '0', '9')])).toContain('None of the');
  expect(ranked('team', [], { totals: [] })).toBe('No spend in USD.');
});

test('others open on everything but what is shown, so that their rows add up to their figure', () => {
  const groups = [...Array.from({ length: 11 }, (_, i) => group('team', `t${i}`, String(90 - i))), group('team', null, '88.5')];
  const { rows: shown } = prepareRanking(anOverview({ groups }), { dimension: 'team', currency: 'USD', title: 'Team', name });
  const others = shown.at(-1);
  expect(others?.opens).toEqual({ allBut: ['t0', 't1', null, 't2', 't3', 't4', 't5', 't6'] });
  const links = costLinks({ period: 'mtd', measure: 'effective', ccy: null, draw: null }, anOverview());
  expect(others && links.rows('team', others.opens, 'USD')).toBe('/costs?by=team&f=-team:t0,t1,(none),t2,t3,t4,t5,t6&draw=USD');
  expect(links.rows('model', { allBut: ['gpt-5'] }, 'USD')).toBe('/costs?by=model&f=-model:gpt-5&f=ai:true&draw=USD');
  expect(links.rows('model', { value: null }, 'USD')).toBe('/costs?f=model:(none)&f=ai:true&draw=USD');
});

test('what is gone opens in the period that had it', () => {
  const { rows: shown } = prepareRanking(anOverview({ groups: [group('team', 'a', '0', '7')] }), {
    dimension: 'team',
    currency: 'USD',
    title: 'Team',
    name,
  });
  const links = costLinks({ period: 'mtd', measure: 'effective', ccy: null, draw: null }, anOverview());
  expect(shown[0]).toMatchObject({ change: 'gone', isGone: true });
  expect(links.rows('team', { value: 'a' }, 'USD', true)).toBe('/costs?from=2026-10-01&to=2026-10-21&f=team:a&draw=USD');
});

test('without a comparison nothing is new, gone or a percent', () => {
  const groups = [group('team', 'a', '7')];
  const { rows: shown } = prepareRanking(anOverview({ groups, comparison: null }), {
    dimension: 'team',
    currency: 'USD',
    title: 'Team',
    name,
  });
  expect(shown.map((r) => [r.change, r.tick, r.isGone])).toEqual([['', null, false]]);
});

test('a change is said in a word where a percent would say nothing', () => {
  expect([changeWord('5', null), changeWord('0', '5'), changeWord('5', '-5'), changeWord('0', '0'), changeWord('5', undefined)]).toEqual([
    'new',
    'gone',
    '–',
    '–',
    '',
  ]);
});

test('movements are ranked by size either way and measured from zero', () => {
  const movers = [
    group('service', 'a', '10', '5'),
    group('model', 'b', '0', '20'),
    group('service', 'c', '9', null),
    group('service', 'x', '9', '1', 'EUR'),
  ];
  const moved = prepareMovers(anOverview({ movers }), { currency: 'USD', name: (r) => name(r.value) });
  expect(moved.movers.map((m) => [m.label, m.change, m.percent, m.isLess])).toEqual([
    ['b', '-20', 'gone', true],
    ['c', '9', 'new', false],
    ['a', '5', '+100.0 %', false],
  ]);
  expect(moved.zero).toBeCloseTo((20 / 29) * 100);
  expect(moved.summary).toBe('b moved most: 20.00 USD less.');
});

test('the chart begins with the first day known and says where the period begins', () => {
  const trend = [
    { day: '2026-10-05', group: 'aws', currency: 'USD', amount: '4' },
    { day: '2026-11-02', group: 'azure', currency: 'USD', amount: '6' },
    { day: '2026-11-02', group: 'azure', currency: 'EUR', amount: '7' },
  ];
  const groups = [group('provider', 'azure', '75.075'), group('provider', 'aws', '25.025')];
  expect(prepareTrend(anOverview({ trend, groups }), 'USD', name)).toMatchObject({
    from: '2026-10-05',
    to: '2026-11-21',
    flags: [{ day: '2026-11-01', label: '1–20 Nov' }],
    incompleteDays: [],
    summary: '100.10 USD in 1–20 Nov; azure is 75.0 % of it.',
  });
  const year = { from: '2025-12-01', to: '2026-11-21' };
  expect(prepareTrend(anOverview({ period: year, trend, groups }), 'USD', name)).toMatchObject({ from: '2025-12-01', flags: [] });
  expect(prepareTrend(anOverview({ period: null }), 'USD', name)).toBeNull();
});

test('days that a source has not delivered yet are incomplete, unless it has long been silent', () => {
  const freshness = [source, { ...source, completeTo: '2026-11-19' }, { ...source, completeTo: '2026-02-01' }];
  const trend = [{ day: '2026-11-01', group: 'aws', currency: 'USD', amount: '4' }];
  expect(prepareTrend(anOverview({ freshness, trend }), 'USD', name)?.incompleteDays).toEqual(['2026-11-19', '2026-11-20']);
});

test('attention keeps its order; figures and days are set as on the page', () => {
  const line = { severity: 'warn' as const, text: 'as said', href: '/x' };
  const attention = [
    { ...line, kind: 'refused' as const },
    { ...line, kind: 'late' as const },
    { ...line, kind: 'unclassified' as const },
  ];
  const freshness = [source, { ...source, name: 'AWS', completeTo: '2026-11-15', isLate: true }];
  expect(prepareAttention(anOverview({ attention, freshness }), (c) => `/costs?ccy=${c}`).map((l) => [l.text, l.href])).toEqual([
    ['as said', '/x'],
    ['AWS ends on 14 Nov: a newer export is due.', '/x'],
    ['1,234.50 EUR of AI spend is on meters whose model is not known.', '/costs?ccy=EUR'],
  ]);
});

test('a figure that would reach into its neighbour is set smaller, and one that still would is said in short', () => {
  const spend = (amount: string) => figureStep(amount, 'USD', 'spend', 'large');
  expect(spend('41607.60')).toEqual({ size: 'large', form: 'plain' });
  expect(spend('-99999520296')).toEqual({ size: 'medium', form: 'plain' });
  expect(spend('-9999952029612.5')).toEqual({ size: 'small', form: 'plain' });
  expect(spend('-9999952029612345678.5')).toEqual({ size: 'large', form: 'compact' });
  expect(figureStep('41607.60', 'USD', 'spend', 'medium')).toEqual({ size: 'medium', form: 'plain' });
  expect(figureStep('418.89', 'EUR', 'tile', 'large')).toEqual({ size: 'large', form: 'plain' });
  expect(figureStep('-1234567.89', 'EUR', 'tile', 'large')).toEqual({ size: 'medium', form: 'plain' });
  expect(figureStep('99999520296', 'USD', 'tile', 'small')).toEqual({ size: 'small', form: 'compact' });
});
