import { expect, test } from 'vitest';
import { someNames } from './some-names';

test('a sentence about columns stays a sentence, however long or many they are', () => {
  expect(someNames(['a', 'b'])).toBe('a, b');
  expect(someNames(['1', '2', '3', '4', '5', '6', '7'])).toBe('1, 2, 3, 4, 5, 6, …');
  expect(someNames(['x'.repeat(70_000)])).toBe(`${'x'.repeat(60)}…`);
  expect(someNames([])).toBe('');
});
