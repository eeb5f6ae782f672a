import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePattern } from './pattern';

const matches = (pattern: string, text: string) => compilePattern(pattern)(text);

test.each([
  ['^prod-', 'prod-7', true],
  ['^prod-', 'my-prod-7', false],
  ['gpt-4(o|\\.1)$', 'GPT-4o', true],
  ['gpt-4(o|\\.1)$', 'gpt-4o-mini', false],
  ['[a-f0-9]{8}', 'id 00ffAA12', true],
  ['^(team|squad)[ _-]?\\d+$', 'Squad_12', true],
  ['^$', '', true],
  ['a*', '', true],
  ['^[^/]+$', 'a/b', false],
  ['x{2,3}y', 'xxxxy', true],
])('%s in %j: %s', (pattern, text, expected) => {
  expect(matches(pattern, text)).toBe(expected);
});

test.each([
  ['(a)\\1', 'refers back'],
  ['(?=a)', 'looks around'],
  ['(a', 'does not close it'],
  ['a)', 'was not opened'],
  ['*a', 'nothing before'],
  ['a**', 'repeats a repetition'],
  ['a{99}', 'repeats more than 50'],
  ['a{99999}', 'repeats more than 50'],
  ['^r.{1,10000}$', 'repeats more than 50'],
  ['(((a{50}){50}){50})', 'becomes too large'],
  ['[z-a]', 'has a range'],
  ['\\b', 'not read here'],
  ['', 'is empty'],
  ['a'.repeat(201), 'longer than 200'],
])('%s is refused: it %s', (pattern, words) => {
  expect(() => compilePattern(pattern)).toThrow(words);
});

/** Patterns of the kinds that are read, written at random. */
const pattern = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom('a', 'b', 'C', '.', '[ab]', '[^a]', '[a-c]', '\\d', '\\w', '\\-', '^', '$', ' '),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `${a}${b}`),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(?:${a}|${b})`),
    fc.tuple(tie('node'), fc.constantFrom('*', '+', '?', '{1,2}', '{2}', '*?')).map(([a, q]) => `(?:${a})${q}`),
  ),
})).node;

test('it answers as the regular expressions of the language do', () => {
  fc.assert(
    fc.property(
      pattern,
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', '1', '-', ' ') }), { maxLength: 8 }),
      (p, texts) => {
        fc.pre(p.length <= 200);
        const own = compilePattern(p);
        for (const text of texts) expect([p, text, own(text)]).toEqual([p, text, new RegExp(p, 'i').test(text)]);
      },
    ),
    { numRuns: 500 },
  );
});

test('what makes others run for years is answered in steps', () => {
  const bad = compilePattern('^(a|a|aa)*(a+)+b$');
  expect(bad('a'.repeat(4_000))).toBe(false);
  expect(compilePattern('.*.*.*.*.*.*=.*x$')('='.repeat(4_000))).toBe(false);
});
