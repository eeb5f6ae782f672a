import fs from 'node:fs/promises';
import { expect, test } from 'vitest';
import { AppError } from '../core/app-error';
import { TokenRequest } from '../services/tokens/manage-tokens';
import { inWords } from './in-words';

const thrownBy = async (act: () => unknown) => {
  try {
    await act();
  } catch (e) {
    return e;
  }
};

test('a refusal, a wrong option and a file that is not there are one sentence each; a bug is shown whole', async () => {
  expect(inWords(new AppError('invalid', 'No.'))).toBe('No.');
  expect(inWords(await thrownBy(() => TokenRequest.parse({ name: 'x', days: '0' })))).toMatch(/^days .*1.*\.$/);
  expect(inWords(await thrownBy(() => fs.readFile('/nope.csv')))).toBe('/nope.csv cannot be read: there is no such file.');
  expect(inWords(await thrownBy(() => fs.readFile('/')))).toBeNull(); // it says no path
  expect(inWords(new TypeError('x is undefined'))).toBeNull();
});
