import { expect, test } from 'vitest';
import { shownValues } from './found-values';

const values = (names: readonly string[]) => names.map((name) => ({ name, spellings: [name], charges: 1, amounts: [] }));
const many = values(Array.from({ length: 200 }, (_, i) => `team-${i}`));
const names = ({ shown }: ReturnType<typeof shownValues>) => shown.map((v) => v.name);

test('what is listed and what is more come to all there are, those that the answer hides too', () => {
  const { shown, more } = shownValues({ values: many, hidden: 300 }, undefined, '');
  expect([shown.length, more]).toEqual([8, 492]);
  const few = shownValues({ values: many.slice(0, 11), hidden: 0 }, undefined, '');
  expect([few.shown.length, few.more]).toEqual([8, 3]);
});

test('a value that the first answer hides is found in the answer to the word; until that is there nothing is denied', () => {
  const all = { values: many, hidden: 300 };
  expect(names(shownValues(all, { values: values(['rare']), hidden: 0 }, 'rare'))).toEqual(['rare']);
  expect(names(shownValues(all, undefined, 'rare'))).toHaveLength(8);
  expect(shownValues(all, { values: many, hidden: 50 }, 'team').more).toBe(242);
});

test('where nothing is hidden a word is looked for at once, in any spelling', () => {
  expect(names(shownValues({ values: values(['Team A', 'search']), hidden: 0 }, undefined, 'team-a'))).toEqual(['Team A']);
});
