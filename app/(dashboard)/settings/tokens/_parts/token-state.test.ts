import { expect, test } from 'vitest';
import { stateOf } from './token-state';

const now = '2026-11-21T10:00:00.000Z';
const at = (expiresAt: string, revokedAt: string | null = null) => stateOf({ expiresAt, revokedAt }, now)[0];

test('a token is good until two weeks before it expires, and nothing once it is withdrawn', () => {
  expect(at('2027-02-01T00:00:00.000Z')).toBe('good');
  expect(at('2026-12-05T09:59:59.000Z')).toBe('expires soon');
  expect(at('2026-11-21T10:00:00.000Z')).toBe('expired');
  expect(at('2027-02-01T00:00:00.000Z', now)).toBe('withdrawn');
});
