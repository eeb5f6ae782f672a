import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { NONE, rangeFault } from '../costs/cost-query';
import { ChargesAsk, ExploreAsk, exploreAskWith, ValuesAsk } from './explore-ask';
import { ExploreQuery } from './explore-query';
import { filterFault } from './filter-fault';
import { parseFilter, writeFilter } from './filters';

const onPrototype = Object.getOwnPropertyNames(Object.prototype);

test.each(onPrototype)('%s is no dimension, though every object has it', (word) => {
  expect(ExploreAsk.safeParse({ by: word }).error?.issues[0]?.message).toContain(`"${word}" is no dimension`);
  expect(ExploreAsk.safeParse({ f: `${word}:1` }).error?.issues[0]?.message).toContain('is no filter');
  expect(ExploreAsk.safeParse({ measure: word, period: word }).error?.issues).toHaveLength(2);
  expect(ExploreQuery.parse({ by: word, f: `${word}:1` })).toMatchObject({ by: 'service', f: [] });
});

test('what is understood is the same question that a page asks', () => {
  const raw = {
    by: 'tag:env',
    by2: 'model',
    measure: 'billed',
    bin: 'week',
    compare: 'year',
    from: '2026-10-01',
    to: '2026-11-01',
    f: ['provider:azure', '-team:(none)', 'resource~gpt'],
    without: 'tax,credit',
    page: '2',
  };
  expect(ChargesAsk.parse(raw)).toEqual(ExploreQuery.parse(raw));
  expect(ChargesAsk.parse(raw)).toMatchObject({ by: 'tag:env', by2: 'model', bin: 'week', without: ['tax', 'credit'] });
  expect(ExploreAsk.parse({})).toEqual(ExploreQuery.parse({}));
});

test.each([
  ['0001-01-01', '9999-12-31', 'from and to lie between 2000 and 2099.'],
  ['2000-01-01', '2099-12-31', 'from and to are at most ten years apart.'],
  ['2026-10-01', '2026-10-01', 'to is the day after the last and comes after from.'],
  ['2026-02-30', '2026-03-01', '2026-02-30 is no day of the calendar.'],
  ['2026-09-01', '2026-09-31', '2026-09-31 is no day of the calendar.'],
  ['01.09.2026', '2026-10-01', '"01.09.2026" is no day. Days are written like 2026-10-01.'],
  ['2026-02-01', undefined, 'from and to are days like 2026-10-01, and both are needed.'],
])('%s to %s is refused in words', (from, to, words) => {
  expect(rangeFault(from, to)).toBe(words);
  expect(ExploreAsk.safeParse({ from, ...(to && { to }) }).error?.issues[0]?.message).toBe(words);
  expect(ExploreQuery.parse({ from, to })).toMatchObject({ from: undefined, to: undefined });
});

const refusals = (raw: Record<string, string | string[]>) =>
  ExploreAsk.safeParse(raw).error?.issues.map((i) => `${i.path.join('.')}: ${i.message}`) ?? [];

test.each<[Record<string, string | string[]>, string]>([
  [{ messure: 'list' }, 'messure: It is not known here. Did you mean measure?'],
  [{ constructor: 'x' }, 'constructor: It is not known here. There are: period,'],
  [{ limit: '5' }, 'limit: It is not known here. There are: period,'],
  [{ page: '2' }, 'page: It is not known here.'],
  [{ tab: 'charges' }, 'tab: It says how a page shows the answer and is not known here'],
  [{ measure: 'bill' }, 'measure: "bill" is not known here. Did you mean billed? There are: effective,'],
  [{ by: 'servce' }, 'by: "servce" is no dimension. Did you mean service?'],
  [{ f: 'providr:azure' }, 'Did you mean provider?'],
  [{ f: 'team' }, 'f: "team" names a dimension and no value. Write team:NAME, or team:(none) for what has none.'],
  [{ f: '-team:' }, 'f: "-team:" names a dimension and no value. Write team:NAME'],
  [{ f: 'tag:env' }, 'f: "tag:env" names a dimension and no value. Write tag:env:NAME'],
  [{ f: 'team~(none)' }, 'f: No value contains what is missing: write team:(none) as a filter of its own.'],
  [{ f: `team:${'x,'.repeat(201)}` }, 'f: A filter takes at most 200 values, and this one of team has 201.'],
  [{ f: `team:${'x'.repeat(501)}` }, 'f: A value of a filter has at most 500 characters.'],
  [{ f: 'team:a\\' }, 'is no filter: a backslash keeps the character that follows it'],
  [{ '': 'x' }, 'A value without a word stands in the address: "=x".'],
  [{ f: 'team=search' }, 'f: "team=search" is no filter. Write a dimension and its values'],
  [{ without: 'refunds' }, 'without: "refunds" is no charge category. Did you mean refund?'],
  [{ by: 'model', by2: 'model' }, 'by2: "model" is what by groups by already.'],
  [{ by2: 'service' }, 'by2: "service" is what by groups by already.'],
  [{ by: 'none', by2: 'model' }, 'by2: by=none groups by nothing'],
  [{ measure: ['list', 'billed'] }, 'measure: It stands in the address more than once.'],
  [{ to: '2026-10-01' }, 'to: from and to are days like 2026-10-01, and both are needed.'],
  [{ period: '12m', from: '2026-09-01', to: '2026-10-01' }, 'period: Ask for a named period, or for from and to, not for both.'],
])('%j is refused, and why', (raw, words) => {
  expect(refusals(raw).join('; ')).toContain(words);
});

test('what a place asks for beside the question is known there and nowhere else', () => {
  const Format = z.object({ format: z.enum(['csv', 'xlsx']).default('csv') });
  expect(exploreAskWith(Format).parse({ by: 'model', format: 'xlsx' })).toEqual({ ...ExploreQuery.parse({ by: 'model' }), format: 'xlsx' });
  expect(exploreAskWith(Format).parse({})).toMatchObject({ by: 'service', format: 'csv' });
  expect(exploreAskWith(Format).safeParse({ fromat: 'csv' }).error?.issues[0]?.message).toContain('Did you mean');
  expect(refusals({ format: 'csv' })).toHaveLength(1);
});

test('what stands there twice is refused for that, and not for being a list as well', () => {
  const Form = z.object({ split: z.string().nullable().default(null), format: z.enum(['csv'], 'format is csv.').default('csv') });
  const said = (raw: Record<string, string | string[]>) =>
    exploreAskWith(Form)
      .safeParse(raw)
      .error?.issues.map((i) => i.message);
  expect(said({ split: ['team', 'owner'] })).toEqual(['It stands in the address more than once.']);
  expect(said({ format: 'pdf', f: 'team' })).toEqual([expect.stringContaining('no value'), 'format is csv.']);
  expect(ChargesAsk.safeParse({ page: 'two' }).error?.issues.map((i) => i.message)).toEqual(['It is a number from 1 to 10000.']);
  expect(ChargesAsk.parse({})).toEqual(ExploreQuery.parse({}));
  expect(ValuesAsk.safeParse({ by: 'none', q: 'x' }).error?.issues.map((i) => i.message)).toEqual([
    expect.stringContaining('like by=model'),
  ]);
  expect(ValuesAsk.parse({ by: 'model' })).toEqual({ ...ExploreQuery.parse({ by: 'model' }), q: '' });
});

test('a filter is refused exactly where it is not read', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^-?(team|tag:|tag:a|x)?[:~\\\\,a(]{0,6}$/), fc.constant('team~(none)'));
  fc.assert(fc.property(text, (said) => (filterFault(said, () => '') === null) === (parseFilter(said) !== null)));
});

test('no address makes it throw anything but a refusal', () => {
  const word = fc.oneof(fc.constantFrom(...onPrototype), fc.string());
  const keys = fc.constantFrom('by', 'by2', 'f', 'from', 'to', 'page', 'period', 'measure', 'bin', 'compare', 'without');
  fc.assert(
    fc.property(fc.dictionary(keys, fc.oneof(word, fc.array(word))), (raw) => {
      const { success, error } = ExploreAsk.safeParse(raw);
      expect(success || error?.issues.length).toBeTruthy();
    }),
  );
});

test('a filter survives its way through the address, whatever its key and its values hold', () => {
  const text = fc.string({ minLength: 1, maxLength: 40 }).filter((v) => !v.includes('\u0000'));
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 1, maxLength: 5 }), fc.boolean(), fc.boolean(), (key, values, exclude, contains) => {
      const filter = { dimension: `tag:${key}`, ...(contains && { sense: 'contains' as const }), values, exclude };
      expect(parseFilter(writeFilter(filter))).toEqual(filter);
    }),
  );
});

test('a value that is called like the missing one is another value', () => {
  const filter = { dimension: 'team', values: ['(none)', NONE], exclude: false };
  expect(writeFilter(filter)).toBe('team:\\(none),(none)');
  expect(parseFilter(writeFilter(filter))).toEqual(filter);
  expect(parseFilter('team~(none)')).toBeNull();
  expect(parseFilter("provider'; drop table load;--:x")).toBeNull();
});
