import { expect, test } from 'vitest';
import { byAmount, bySize } from './order';

test('amounts that a float cannot tell apart stand in order', () => {
  const amounts = ['0.1', '9007199254740993.01', '-9007199254740993.02', '9007199254740993'];
  expect([...amounts].sort(bySize)).toEqual(['-9007199254740993.02', '9007199254740993.01', '9007199254740993', '0.1']);
  expect([...amounts].sort(byAmount)).toEqual(['9007199254740993.01', '9007199254740993', '0.1', '-9007199254740993.02']);
});
