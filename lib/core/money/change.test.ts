import { expect, test } from 'vitest';
import { changeOf, changeText } from './change';

const said = (now: string, before: string | null) => changeText(changeOf(now, before), 'USD');

test('a change says its amount and its percent, both signed', () => {
  expect(said('5498.50', '5086.50')).toBe('+412.00 USD · +8.1 %');
  expect(said('90', '100')).toBe('−10.00 USD · −10.0 %');
});

test('without a base it is new, and on a base of zero or below there is no percent', () => {
  expect(said('5', null)).toBe('new');
  expect(said('5', '0')).toBe('+5.00 USD · –');
  expect(said('5', '-10')).toBe('+15.00 USD · –');
  expect(said('0', '0')).toBe('–');
});
