import { expect, test } from 'vitest';
import { chargeParts } from '@/lib/core/explore/measures';
import { kindsText } from './kinds-text';

test('which kinds of charges are in is said the short way', () => {
  expect(kindsText([])).toBe('All charges');
  expect(kindsText(['tax', 'refund'])).toBe('Without tax, refund or correction');
  expect(kindsText(['usage', 'amortized', 'purchase', 'tax', 'adjustment'])).toBe('Only credit, refund or correction');
  expect(kindsText(chargeParts)).toBe('No charges');
});
