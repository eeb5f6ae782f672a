import { expect, test } from 'vitest';
import { parseCostView } from '@/components/filters/cost-view';
import { noWayOut, waysOut } from './emptied-by';

const period = { from: '2026-09-01', to: '2026-10-01' };
const view = parseCostView({ f: ['region:westus', 'region:westus', '-team:(none)', 'resource~gpt'], without: 'tax' });
const titleOf = (word: string) => ({ region: 'Region', team: 'Team' })[word] ?? 'Resource';
const counts = (region: number, team: number, resource: number, kinds: number | null, all = 5_000) => ({
  ...{ period, kinds, all },
  filters: [
    { filter: 'region:westus', charges: region },
    { filter: '-team:(none)', charges: team },
    { filter: 'resource~gpt', charges: resource },
  ],
});

test('what helps is offered, what helps most first, and takes away that alone', () => {
  const ways = waysOut(view, counts(30, 0, 1_204, 7), titleOf);
  expect(ways.map((w) => w.words)).toEqual(['Without “Resource contains gpt”', 'Without “Region is westus”', 'With all kinds of charges']);
  const after = ways.map(({ without }) => ({ f: view.f, without: view.without, ...without }));
  expect(after.map(({ f, without }) => [f.map((x) => x.dimension), without])).toEqual([
    [['region', 'region', 'team'], ['tax']],
    [['team', 'resource'], ['tax']],
    [['region', 'region', 'team', 'resource'], []],
  ]);
});

test('where no single step helps the page says so, and whether all of them would', () => {
  expect(waysOut(view, counts(0, 0, 0, 0), titleOf)).toEqual([]);
  expect(noWayOut(view, counts(0, 0, 0, 0))).toBe(
    'With any single one of them taken away there is still nothing. Without all of them: 5,000 charges.',
  );
  expect(noWayOut(view, counts(0, 0, 0, 0, 0))).toBe('There is no charge in these days without them either.');
  const alone = parseCostView({ f: 'region:westus' });
  expect(noWayOut(alone, { period, filters: [{ filter: 'region:westus', charges: 0 }], kinds: null, all: 0 })).toBe(
    'There is no charge in these days without it either.',
  );
  expect(noWayOut(view, { period, filters: [{ filter: 'region:westus', charges: 0 }], kinds: null, all: 1 })).toBe(
    'Without all of them: 1 charge.',
  );
});
