import { expect, test } from 'vitest';
import type { Member } from './files/unpack';
import { complaintAbout } from './read';

const member = { path: '/home/x/scratch/7/0', name: 'march.parquet' } as Member;

test.each([
  ['Invalid Error: TProtocolException: Invalid data', 'TProtocolException: Invalid data.'],
  [
    "Invalid Input Error: No magic bytes found at end of file '/home/x/scratch/7/0'",
    "No magic bytes found at end of file 'march.parquet'.",
  ],
  ['IO Error: Out of buffer\n\nstack of the engine', 'Out of buffer.'],
  ['Snappy decompression failure!', 'Snappy decompression failure!'],
  ['', 'It says no more.'],
])('%j is told as %j', (message, told) => {
  expect(complaintAbout(member, new Error(message))).toBe(told);
});
