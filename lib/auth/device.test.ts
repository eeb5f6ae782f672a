import { beforeAll, expect, test } from 'vitest';
import { readDevice, writeDevice } from './device';

beforeAll(() => {
  process.env.DATABASE_URL ??= 'postgresql://nobody@127.0.0.1:1/none';
  process.env.NEXTAUTH_SECRET ??= 'a secret of the tests, long enough to be one';
});

test('a device is known to the account that signed in on it, and to no other', () => {
  const value = writeDevice('account-a', 'device-1');
  expect(readDevice('account-a', value)).toBe('device-1');
  expect(readDevice('account-b', value)).toBeNull();
});

test.each([undefined, '', '.', 'device-1', 'device-1.', 'device-1.AAAA'])('%j names no device', (value) => {
  expect(readDevice('account-a', value)).toBeNull();
});

test('a signature of one device is worth nothing for another', () => {
  const [, signature] = writeDevice('account-a', 'device-1').split('.');
  expect(readDevice('account-a', `device-2.${signature}`)).toBeNull();
});
