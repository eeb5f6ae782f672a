import { expect, test } from 'vitest';
import { isKeepable, whyNotKept } from './keepable';

test('what a database can keep passes, however wide', () => {
  expect(whyNotKept({ a: [1, null, 'ä 🎉', { b: true }], c: Array(10_000).fill('x') })).toBeNull();
  expect(isKeepable('🎉')).toBe(true);
});

test.each([
  [{ a: [{ 'b\u0000': 1 }] }, 'NUL'],
  [['N7\ud800'], 'half a character'],
  [JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)), 'deeper than'],
])('what it cannot is named', (value, why) => {
  expect(whyNotKept(value)).toContain(why);
});
