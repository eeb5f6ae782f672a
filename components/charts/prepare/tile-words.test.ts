import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tileWords } from './tile-words';

/** A font in which an `i` is narrow and a `W` wide. */
const widthOf = (text: string) => [...text].reduce((sum, c) => sum + (c === 'W' ? 12 : c === 'i' ? 3 : 7), 0);
const said = { name: 'Amazon Elastic Compute Cloud', figure: '1.24M', share: '12.0 %' };

test('a name that fits is whole, one that does not has an ellipsis, whatever its letters are', () => {
  expect(tileWords({ ...said, name: 'WWWWWWWWWW' }, { width: 120, height: 60 }, widthOf)?.name).toMatch(/^W+…W*$/);
  expect(tileWords({ ...said, name: 'iiiiiiiiiiiiiiiiiiiiiiii' }, { width: 120, height: 60 }, widthOf)?.name).toBe(
    'iiiiiiiiiiiiiiiiiiiiiiii',
  );
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 56, max: 400 }), (name, width) => {
      const words = tileWords({ ...said, name }, { width, height: 60 }, widthOf);
      expect(widthOf(words?.name ?? '')).toBeLessThanOrEqual(width - 18);
      expect(words?.name === name || words?.name.includes('…')).toBe(true);
    }),
  );
});

test('a figure is whole or not there: cut, it would be another one', () => {
  const at = (width: number) => tileWords(said, { width, height: 60 }, widthOf)?.figure;
  expect([at(200), at(60), at(56)]).toEqual(['1.24M · 12.0 %', '1.24M', '1.24M']);
  expect(tileWords({ ...said, figure: '−999,999.00' }, { width: 60, height: 60 }, widthOf)?.figure).toBe('');
});

test('a tile without room for words has none', () => {
  expect(tileWords(said, { width: 40, height: 60 }, widthOf)).toBeNull();
  expect(tileWords(said, { width: 200, height: 30 }, widthOf)).toBeNull();
});
