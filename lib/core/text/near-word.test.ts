import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearWord } from './near-word';

const words = ['measure', 'period', 'by', 'by2', 'f', 'from', 'to', 'ccy'];

test.each([
  ['messure', 'measure'],
  ['maesure', 'measure'],
  ['Measures', 'measure'],
  ['form', 'from'],
  ['by3', 'by'],
  ['limit', null],
  ['', null],
  ['x', null],
])('%j is near %j', (said, meant) => {
  expect(nearWord(said, words)).toBe(meant);
});

test('a word is nearest to itself, and one slip is forgiven', () => {
  const word = fc.stringMatching(/^[a-z]{4,12}$/);
  fc.assert(
    fc.property(word, fc.nat(), (text, at) => {
      expect(nearWord(text, [text, `${text}s`])).toBe(text);
      const i = at % text.length;
      expect(nearWord(text.slice(0, i) + text.slice(i + 1), ['zzzzzzzzzzzzzzzzzz', text])).toBe(text);
    }),
  );
});
