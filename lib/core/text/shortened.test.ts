import { expect, test } from 'vitest';
import { shortened } from './shortened';

test('what is long ends with …, and no character is cut in half', () => {
  expect(shortened('abc', 3)).toBe('abc');
  expect(shortened('abcd', 3)).toBe('abc…');
  expect(shortened('ab cd', 3)).toBe('ab…');
  expect(shortened('😀😀😀', 3)).toBe('😀😀😀');
  expect(shortened('😀😀😀😀', 3)).toBe('😀😀😀…');
});
