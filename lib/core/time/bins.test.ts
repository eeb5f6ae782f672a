import { expect, test } from 'vitest';
import { binFor } from './bins';

test('a bar is a day, a week or a month, as many as can be told apart', () => {
  expect(binFor('2026-11-01', '2026-11-21')).toBe('day');
  expect(binFor('2026-08-23', '2026-11-21')).toBe('day');
  expect(binFor('2026-07-01', '2026-11-21')).toBe('week');
  expect(binFor('2025-12-01', '2026-11-21')).toBe('month');
});
