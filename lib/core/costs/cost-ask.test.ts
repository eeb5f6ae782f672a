import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CostAsk } from './cost-ask';
import { CostQuery, rangeFault } from './cost-query';

const onPrototype = Object.getOwnPropertyNames(Object.prototype);

test.each(onPrototype)('%s is no dimension, though every object has it', (word) => {
  expect(CostAsk.safeParse({ by: word }).error?.issues[0]?.message).toContain(`"${word}" is not known here. There are: provider,`);
  expect(CostAsk.safeParse({ f: `${word}:1` }).error?.issues[0]?.message).toContain('is no filter');
  expect(CostAsk.safeParse({ measure: word, period: word }).error?.issues).toHaveLength(2);
  expect(CostQuery.parse({ by: word, f: `${word}:1` })).toMatchObject({ by: 'service', f: [] });
});

test('what is understood is the same question that a page asks', () => {
  const raw = { by: 'model', measure: 'billed', from: '2026-10-01', to: '2026-11-01', f: ['provider:azure', '-team:(none)'], page: '2' };
  expect(CostAsk.parse(raw)).toEqual(CostQuery.parse(raw));
  expect(CostAsk.parse({})).toEqual(CostQuery.parse({}));
});

test.each([
  ['0001-01-01', '9999-12-31', 'from and to lie between 2000 and 2099.'],
  ['2000-01-01', '2099-12-31', 'from and to are at most ten years apart.'],
  ['2026-10-01', '2026-10-01', 'to is the day after the last and comes after from.'],
  ['2026-02-30', '2026-03-01', 'from and to are days like 2026-10-01, and both are needed.'],
  ['2026-02-01', undefined, 'from and to are days like 2026-10-01, and both are needed.'],
])('%s to %s is refused in words', (from, to, words) => {
  expect(rangeFault(from, to)).toBe(words);
  expect(CostAsk.safeParse({ from, ...(to && { to }) }).error?.issues[0]?.message).toBe(words);
  expect(CostQuery.parse({ from, to })).toMatchObject({ from: undefined, to: undefined });
});

test('no address makes it throw anything but a refusal', () => {
  const word = fc.oneof(fc.constantFrom(...onPrototype), fc.string());
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('by', 'f', 'from', 'to', 'page', 'period', 'measure'), fc.oneof(word, fc.array(word))),
      (raw) => {
        const { success, error } = CostAsk.safeParse(raw);
        expect(success || error?.issues.length).toBeTruthy();
      },
    ),
  );
});
