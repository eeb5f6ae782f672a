import { describe, expect, test } from 'vitest';
import { count, decimal, milliseconds, moment, outcome, text } from './fields';

describe('a moment', () => {
  test.each([
    ['2026-11-02T10:00:00Z', '2026-11-02T10:00:00.000Z'],
    ['2026-11-02T10:00:00.1234567Z', '2026-11-02T10:00:00.123Z'],
    ['2026-11-02T10:00:00+02:00', '2026-11-02T08:00:00.000Z'],
    ['2026-11-02 10:00:00.250000+00', '2026-11-02T10:00:00.250Z'],
    ['2026-11-02T01:30:00-0530', '2026-11-02T07:00:00.000Z'],
    ['2026-11-02 10:00:00', '2026-11-02T10:00:00.000Z'],
    ['2026-11-02 10:00:00 UTC', '2026-11-02T10:00:00.000Z'],
    ['2026-11-02', '2026-11-02T00:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2023-11-16 18:17:03.9799600', '2023-11-16T18:17:03.979Z'],
    [1793613600, '2026-11-02T10:00:00.000Z'],
    ['1793613600.5', '2026-11-02T10:00:00.500Z'],
    [1793613600500, '2026-11-02T10:00:00.500Z'],
    ['1793613600500000', '2026-11-02T10:00:00.500Z'],
    ['1793613600500000000', '2026-11-02T10:00:00.500Z'],
  ])('%s', (written, at) => expect(moment(written, 'time')).toBe(at));

  test.each([
    '2026-02-31',
    '2026-02-31T10:00:00Z',
    '2026-02-29T10:00:00Z',
    '2026-13-01',
    '2026-00-10',
    '2026-11-02T25:00:00Z',
    '1999-01-01',
    '2099-01-01T00:00:00Z',
    '4070908800',
    '2101-01-01T00:00:00Z',
    'yesterday',
    '02/11/2026',
    '20261102',
    -1,
    0,
    {},
    true,
  ])('%j is none', (written) => expect(() => moment(written, 'time')).toThrow(expect.objectContaining({ column: 'time' })));

  test.each([null, undefined, '', ' '])('%j is missing', (written) =>
    expect(() => moment(written, 'time')).toThrow('The time is missing.'),
  );
});

describe('a count', () => {
  test.each([
    [0, 0],
    ['12', 12],
    [' 12 ', 12],
    ['12.0', 12],
    [12.0, 12],
    ['1e3', 1000],
    ['', null],
    [' ', null],
    ['null', null],
    ['None', null],
    [null, null],
    [undefined, null],
  ])('%j is %j', (written, n) => expect(count(written, 'input_tokens')).toBe(n));

  test.each([
    -1,
    '-1',
    1.5,
    '1.5',
    'many',
    '1,000',
    '0x10',
    'Infinity',
    Number.NaN,
    true,
    {},
    [],
    1e300,
    '9007199254740993',
    1_000_000_000_001,
  ])('%j is none', (written) => expect(() => count(written, 'input_tokens')).toThrow(expect.objectContaining({ column: 'input_tokens' })));
});

describe('a decimal', () => {
  test.each([
    ['0.0123', '0.0123'],
    ['+1.50', '1.50'],
    ['-0.0', '-0.0'],
    [1e-7, '0.0000001'],
    ['1.5E-7', '0.00000015'],
    ['12.34e-1', '1.234'],
    ['12.34e3', '12340'],
    ['000123456789012.5', '000123456789012.5'],
    ['0.1234567890123456789012345', '0.1234567890123456789012345'],
    ['', null],
    [null, null],
  ])('%j is %j', (written, amount) => expect(decimal(written, 'cost')).toBe(amount));

  test.each(['$1', '1,234.5', '1.2.3', 'free', '--1', '1e', 'NaN', '-3', '-2.5e+2', '1e999', '1e-40', '1234567890123'])(
    '%j is none',
    (written) => expect(() => decimal(written, 'cost')).toThrow(expect.objectContaining({ column: 'cost' })),
  );
});

test('milliseconds are rounded, and never negative', () => {
  expect(milliseconds('1234.56', 'latency_ms')).toBe(1235);
  expect(milliseconds(null, 'latency_ms')).toBeNull();
  expect(() => milliseconds('-1', 'latency_ms')).toThrow(expect.objectContaining({ column: 'latency_ms' }));
  expect(() => milliseconds('1s', 'latency_ms')).toThrow(expect.objectContaining({ column: 'latency_ms' }));
  expect(() => milliseconds(Number.MAX_SAFE_INTEGER, 'latency_ms')).toThrow('more than a year');
});

test('text is trimmed, bounded, and without what a database cannot hold', () => {
  expect(text('  a ')).toBe('a');
  expect(text(' \0 ')).toBeNull();
  expect(text('a\0b')).toBe('ab');
  expect(text('x'.repeat(600))).toHaveLength(512);
  expect(text(7)).toBe('7');
  expect(text({})).toBeNull();
});

test('words for how it went', () => {
  expect(['OK', 'resolved', true, 1, 'Passed'].map(outcome)).toEqual(Array(5).fill('success'));
  expect(['error', 'Failed', false, 0, 'timeout'].map(outcome)).toEqual(Array(5).fill('failure'));
  expect(['maybe', null, ''].map(outcome)).toEqual([null, null, null]);
});
