import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weaknessOf } from './password';

const about = { email: 'ada.baker@example.org', name: 'Ada Baker', organization: 'Example Works' };

test.each([
  'aaaaaaaaaaaa',
  'abababababab',
  'horse1horse1',
  '123456789012',
  'abcdefghijkl',
  'qwertyuiop12',
  '1q2w3e4r5t6y',
  '210987654321',
  'password1234',
  'P4ssw0rd!2026',
  'PasswordPassword',
  'Administrator1',
  'welcome-2026!',
  'correct horse battery staple',
  'headroom1234',
  'ada.baker@example.org',
  'AdaBaker2026',
  'Ada Baker 123',
  'example-works-26',
])('%s is refused', (password) => {
  expect(weaknessOf(password, about)).toMatch(/\.$/);
});

test.each([
  'tidal-lantern-orchard-42',
  'quite another phrase',
  'Grünkohl mit Pinkel um 7',
  'a password nobody has thought of',
  'kX7#mQ2$vN9p',
])('%s is taken', (password) => {
  expect(weaknessOf(password, about)).toBeNull();
});

test('what a password is made of is said', () => {
  expect(weaknessOf('example-works-26', about)).toBe('This is made of the name of the organisation. Choose several unrelated words.');
});

test('a random password is never refused', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(weaknessOf(id)).toBeNull();
    }),
  );
});

test('one character is refused however often it is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), fc.integer({ min: 12, max: 60 }), (c, n) => {
      expect(weaknessOf(c.repeat(n))).not.toBeNull();
    }),
  );
});
