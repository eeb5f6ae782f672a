import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeNextPath, signInPath } from './next-path';

test('a path of our own site is kept with all its parameters', () => {
  expect(safeNextPath('/costs?f=provider:azure&by=model#top')).toBe('/costs?f=provider:azure&by=model#top');
});

test.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '\\/elsewhere.example',
  '/\t/elsewhere.example',
  'javascript:alert(1)',
  '',
  undefined,
  ['/a'],
])('%j leads to the overview', (next) => {
  expect(safeNextPath(next)).toBe('/');
});

test('whatever is asked for, the browser stays with us', () => {
  const nasty = fc.string({ unit: fc.constantFrom('/', '\\', ':', '.', '@', 'a', '\t', '\n', '?', '#', '%', ' ') });
  fc.assert(
    fc.property(nasty, (next) => {
      expect(new URL(safeNextPath(`/${next}`), 'https://headroom.example/sign-in').origin).toBe('https://headroom.example');
    }),
  );
});

test('the way to sign-in carries the address asked for', () => {
  expect(signInPath('/costs?by=model')).toBe('/sign-in?next=%2Fcosts%3Fby%3Dmodel');
  expect(signInPath('/')).toBe('/sign-in');
});
