import { expect, test } from 'vitest';
import { inSentence } from './in-sentence';

test('only what begins a title loses its capital in a sentence', () => {
  expect(['Team', 'Cost centre', 'SAP order', 'Central Department', 'eMail', 'École'].map(inSentence)).toEqual([
    ...['team', 'cost centre', 'SAP order', 'Central Department', 'eMail', 'école'],
  ]);
});
