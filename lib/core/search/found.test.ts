import { expect, test } from 'vitest';
import { bestNamed } from './found';

const names = (list: readonly { name: string }[]) => list.map((x) => x.name);
const list = ['Cloud platform', 'Platform', 'platform team', 'Plan', 'Team of the platform'].map((name) => ({ name }));

test('what begins with it comes first, then the shorter ones', () => {
  expect(names(bestNamed(list, 'platform', 9))).toEqual(['Platform', 'platform team', 'Cloud platform', 'Team of the platform']);
  expect(names(bestNamed(list, 'pl', 2))).toEqual(['Plan', 'Platform']);
});

test('each word has to be there, in any order', () => {
  expect(names(bestNamed(list, 'team platform', 9))).toEqual(['platform team', 'Team of the platform']);
  expect(bestNamed(list, 'platforms', 9)).toEqual([]);
});
