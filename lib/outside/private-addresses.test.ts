import { expect, test } from 'vitest';
import { isPrivate } from './private-addresses';

test.each([
  ['127.0.0.1', true], ['10.1.2.3', true], ['172.31.0.1', true], ['172.32.0.1', false], ['192.168.1.1', true], ['169.254.169.254', true], ['100.64.0.1', true],
  ['0.0.0.0', true], ['8.8.8.8', false], ['::1', true], ['::', true], ['fd00::1', true], ['fe80::1', true], ['::ffff:10.0.0.1', true], ['::ffff:a00:1', true],
  ['64:ff9b::a00:1', true], ['2606:4700:4700::1111', false], ['no address', true],
])('%s is private: %s', (address, expected) => {
  expect(isPrivate(address)).toBe(expected);
}); // biome-ignore format: a table
