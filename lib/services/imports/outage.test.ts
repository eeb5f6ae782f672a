import { expect, test } from 'vitest';
import { outageSentence } from './outage';

test.each([
  [Object.assign(new Error('write'), { code: 'ENOSPC' }), 'The disk is full'],
  [new Error('IO Error: Could not write file "/x": No space left on device'), 'The disk is full'],
  [Object.assign(new Error('could not extend file "base/1"'), { code: '53100' }), 'The disk is full'],
  [Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }), 'The database went away'],
  [new Error('Connection terminated unexpectedly'), 'The database went away'],
  [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'The database went away'],
  [new Error('Out of Memory Error: failed to allocate data of size 32 KB'), 'too little memory'],
  [new TypeError('x is undefined'), 'failed on our side'],
  [undefined, 'failed on our side'],
])('%s is told as: %s', (e, words) => {
  const said = outageSentence(e);
  expect(said).toContain(words);
  expect(said).toContain('Nothing of the file counts');
});
