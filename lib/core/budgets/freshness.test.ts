import { expect, test } from 'vitest';
import { completeToOf } from './freshness';

const reach = (sourceId: number, provider: string, account: string | null, billed: string | null, effective = billed) => ({
  sourceId,
  provider,
  account,
  billed,
  effective,
});
const of = (provider: string, account: string | null = null) => ({ provider, account });

test('several bills are complete where the first of them ends; one that ended long ago is not waited for', () => {
  const reaches = [
    reach(1, 'azure', 'a', '2026-11-06'),
    reach(2, 'openai', null, '2026-11-21'),
    reach(3, 'gcp', null, '2026-03-01'),
    reach(4, 'aws', null, null, '2026-11-20'),
  ];
  expect(completeToOf(reaches, [of('azure', 'a'), of('openai'), of('gcp')], 'billed')).toBe('2026-11-06');
  expect(completeToOf(reaches, [of('openai'), of('gcp')], 'effective')).toBe('2026-11-21');
  expect(completeToOf(reaches, [of('gcp')], 'tokens')).toBe('2026-03-01');
  expect(completeToOf(reaches, [of('aws')], 'billed')).toBeNull();
  expect(completeToOf(reaches, [of('aws')], 'effective')).toBe('2026-11-20');
  expect(completeToOf(reaches, [], 'billed')).toBeNull();
});

test('an account is known as far as any of its sources, whose other accounts count too', () => {
  const reaches = [
    reach(1, 'azure', 'quiet', '2026-11-03'),
    reach(1, 'azure', 'busy', '2026-11-21'),
    reach(2, 'azure', 'quiet', '2026-10-01'),
  ];
  expect(completeToOf(reaches, [of('azure', 'quiet')], 'billed')).toBe('2026-11-21');
});
