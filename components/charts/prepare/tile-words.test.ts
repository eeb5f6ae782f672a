import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tileWords } from './tile-words';

/** A font in which an `i` is narrow and a `W` wide. */
const widthOf = (text: string) => [...text].reduce((sum, c) => sum + (c === 'W' ? 12 : c === 'i' ? 3 : 7), 0);
const said = { name: 'Amazon Elastic Compute Cloud', figure: '1.24M', share: '12.0 %' };
const linesOf = (name: string, width: number, height: number) =>
  tileWords({ ...said, name }, { width, height }, widthOf)?.name.map((line) => line.text);

test('a name that fits is whole, one that does not has an ellipsis, whatever its letters are', () => {
  expect(linesOf('WWWWWWWWWW', 116, 50)).toEqual([expect.stringMatching(/^W+…W*$/)]);
  expect(linesOf('iiiiiiiiiiiiiiiiiiiiiiii', 120, 60)).toEqual(['iiiiiiiiiiiiiiiiiiiiiiii']);
  const name = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: fc.constantFrom('W', 'i', 'a', ' ', '-', '/'), minLength: 1 }));
  const bare = (text: string) => text.replace(/\s/g, '');
  fc.assert(
    fc.property(name, fc.integer({ min: 56, max: 400 }), fc.integer({ min: 40, max: 90 }), (name, width, height) => {
      const lines = linesOf(name, width, height) ?? [];
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width - 14);
      expect(lines.length).toBeLessThanOrEqual(height < 56 ? 1 : 2);
      expect(bare(lines.join('')) === bare(name) || lines.join('').includes('…')).toBe(true);
    }),
  );
});

test('a name too long for one line stands on two where the tile is high enough, parted where a word ends', () => {
  expect(linesOf('Compute Engine', 72, 40)).toEqual(['Comp…ine']);
  expect(linesOf('Compute Engine', 72, 60)).toEqual(['Compute', 'Engine']);
  expect(linesOf('Amazon Elastic Compute Cloud', 126, 60)).toEqual(['Amazon Elastic', 'Compute Cloud']);
  expect(linesOf('claude-sonnet-4.5', 112, 60)).toEqual(['claude-sonnet-', '4.5']);
  expect(linesOf('Amazon Elastic Compute Cloud', 72, 60)).toEqual(['Amazon', 'Elas…oud']);
  expect(linesOf('Elasticsearch', 72, 60)).toEqual(['Elas…rch']);
  const words = tileWords({ ...said, name: 'Compute Engine' }, { width: 72, height: 56 }, widthOf);
  expect([words?.name.map((line) => line.y), words?.figureAt]).toEqual([[20, 36], 52]);
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
