import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreDimensions } from '../explore/dimensions';
import { readAllocation, writeAllocation } from './allocation-file';
import { fieldWords, ruleColumns } from './fields';
import { fold, Spelling } from './fold';
import { ALWAYS_FROM, ALWAYS_TO } from './limits';
import { Placement } from './placement';
import { Pool } from './pools';
import { whenWords } from './rule-words';
import { compileRules, renamesIn } from './rules';
import { checkTree, moveTo, pathsOn, writeTreeCsv } from './tree';
import { readTreeCsv } from './tree-csv';
import { treePlan } from './tree-plan';
import { AllocationRule } from './types';

const rule = (input: object) => AllocationRule.parse(input);
const givenBy = (rules: object[], profile: Record<string, string | null>, synonyms = {}) =>
  compileRules(rules.map(rule), synonyms)
    .apply(profile)
    .map((a) => a.value)[0] ?? null;
const tags = (t: object) => ({ tags: JSON.stringify(t) });

test.each([
  ['equals', 'Prod-Platform', 'prodplatform', true],
  ['in', 'b', 'B', true],
  ['prefix', 'prod-', 'PROD_web', true],
  ['suffix', '-web', 'prod web', true],
  ['contains', 'pla', 'my-Platform', true],
  ['matches', '^prod-\\d+$', 'Prod-12', true],
  ['matches', '^prod-\\d+$', 'prod-x', false],
  ['equals', 'a', null, false],
])('%s %s in %s: %s', (op, wanted, held, expected) => {
  expect(givenBy([{ when: [{ field: 'SubAccountName', op, values: [wanted] }], value: 'x' }], { sub_account_name: held }) === 'x').toBe(
    expected,
  );
});

test('the first rule that matches wins, and a missing tag asks the next', () => {
  const rules = [
    { when: [{ field: 'x_Provider', op: 'equals', values: ['aws'] }], from: 'tag:squad' },
    {
      when: [
        { field: 'x_Provider', op: 'equals', values: ['aws'] },
        { field: 'tag:env', op: 'empty' },
      ],
      value: 'no env',
    },
    { when: [], value: 'rest' },
  ];
  expect(givenBy(rules, { x_provider: 'aws', ...tags({ squad: 'blue' }) })).toBe('blue');
  expect(givenBy(rules, { x_provider: 'aws', tags: null })).toBe('no env');
  expect(givenBy(rules, { x_provider: 'aws', ...tags({ env: 'prod' }) })).toBe('rest');
});

test('what is called as nobody is owns nothing: a tag that says so asks the next rule, and no rule, tree or pool gives the name', () => {
  const rules = [{ from: 'tag:team' }, { from: 'tag:squad', map: { '(unallocated)': 'Blue' } }, { when: [], value: 'rest' }];
  expect(givenBy(rules, tags({ team: '(Unallocated)' }))).toBe('rest');
  expect(givenBy(rules, tags({ squad: '(unallocated)' }))).toBe('Blue');
  const refused = (schema: { safeParse: (input: unknown) => { error?: { issues: { message: string }[] } } }, input: unknown) =>
    schema.safeParse(input).error?.issues.map((i) => i.message);
  const word = ['is how what belongs to nobody is called: choose another name'];
  expect(refused(AllocationRule, { value: ' (un-allocated) ' })).toEqual(word);
  expect(refused(AllocationRule, { from: 'tag:team', map: { a: '(unallocated)' } })).toEqual(word);
  expect(refused(Placement, { name: '(Unallocated)' })).toEqual(word);
  expect(refused(Pool, { name: 'P', dimension: 'team', value: 'x', method: 'even', targets: ['(unallocated)'] })).toEqual(word);
});

test('tag keys are read under their other names, and values renamed', () => {
  const rules = [{ from: 'tag:team', map: { 'team-a': 'Alpha' } }];
  expect(givenBy(rules, tags({ Owner: 'TeamA' }), { team: ['squad', 'owner'] })).toBe('Alpha');
  expect(givenBy(rules, tags({ 'user:Team': 'b', squad: 'c' }), { team: ['squad'] })).toBe('b');
  expect(givenBy(rules, tags({ squad: 'c' }))).toBeNull();
});

test('events go by the name that the rules give theirs, the first rule first', () => {
  const names = renamesIn([
    rule({ value: 'x' }),
    rule({ from: 'tag:team', map: { 'team-a': 'Alpha' } }),
    rule({ from: 'x_Team', map: { TeamA: 'Other', b: 'Beta' } }),
  ]);
  expect(['Team A', 'B', 'c'].map((n) => names.get(fold(n)))).toEqual(['Alpha', 'Beta', undefined]);
});

test('a rule holds on its days only, and the next one on the others', () => {
  const rules = [
    rule({ id: 7, value: 'new', since: '2026-10-01', until: '2026-11-01' }),
    rule({ id: 8, when: [{ field: 'x_IsAi', op: 'equals', values: ['true'] }], value: 'old' }),
  ];
  expect(compileRules(rules, {}).apply({ x_is_ai: 'true' })).toEqual([
    { value: 'old', rule: 8, from: ALWAYS_FROM, to: '2026-10-01' },
    { value: 'new', rule: 7, from: '2026-10-01', to: '2026-11-01' },
    { value: 'old', rule: 8, from: '2026-11-01', to: ALWAYS_TO },
  ]);
  expect(compileRules(rules, {}).apply({ x_is_ai: null })).toHaveLength(1);
});

const someDay = fc.integer({ min: 1, max: 28 }).map((d) => `2026-10-${String(d).padStart(2, '0')}`);
const someRule = fc
  .record({
    tag: fc.constantFrom('a', 'b'),
    op: fc.constantFrom('present', 'empty', 'equals'),
    days: fc.option(fc.tuple(someDay, someDay)),
    fixed: fc.boolean(),
  })
  .map(({ tag, op, days, fixed }) => {
    const [since, until] = days ? [...days].sort() : [null, null];
    return rule({
      when: [{ field: `tag:${tag}`, op, values: op === 'equals' ? ['1'] : [] }],
      ...(fixed ? { value: `fixed ${tag}` } : { from: `tag:${tag}` }),
      ...(since !== until && { since, until }),
    });
  });

test('on every day at most one value applies, that of the first rule that matches then', () => {
  fc.assert(
    fc.property(
      fc.array(someRule, { maxLength: 6 }),
      fc.record({ a: fc.constantFrom('1', '2', ''), b: fc.constantFrom('1', '') }),
      someDay,
      (rules, t, at) => {
        const profile = tags(t);
        const found = compileRules(rules, {})
          .apply(profile)
          .filter((a) => a.from <= at && at < a.to);
        const one = rules.find(
          (r) =>
            (!r.since || r.since <= at) &&
            (!r.until || at < r.until) &&
            compileRules([{ ...r, since: null, until: null }], {}).apply(profile).length,
        );
        expect(found.map((f) => f.rule)).toEqual(one ? [-(rules.indexOf(one) + 1)] : []);
      },
    ),
  );
});

test('spellings of one name become one, and a known spelling stays', () => {
  const spelling = new Spelling(['Team A']);
  for (const v of ['team-a', 'b-team', 'B Team', 'B Team']) spelling.count(v);
  expect(['teamA', 'b_team'].map((v) => spelling.of(v))).toEqual(['Team A', 'B Team']);
  expect(fold('--')).not.toBe('');
});

test.each([
  [{ value: 'x', from: 'tag:a' }, 'not both'],
  [{}, 'has to be given'],
  [{ value: 'x', when: [{ field: 'Cost', op: 'equals', values: ['1'] }] }, 'neither a column'],
  [{ value: 'x', when: [{ field: 'tag:a', op: 'equals' }] }, 'is empty'],
  [{ value: 'x', when: [{ field: 'tag:a', op: 'matches', values: ['(a)\\1'] }] }, 'refers back'],
  [{ value: 'x', since: '2026-10-02', until: '2026-10-02' }, 'comes after'],
])('%j is refused', (input, words) => {
  expect(() => rule(input)).toThrow(words);
});

const file = `
dimensions:
  - key: team
    title: Team
    rules:
      - when: [{field: subaccountname, op: prefix, values: [plat-]}]
        value: platform
      - from: tag:team
        map: {plat: platform}
        since: 2026-10-01
synonyms: {team: [squad]}
pools: [{name: Shared, dimension: team, value: platform, method: fixed, shares: {a: "0.25", b: "0.75"}}]
tree: [{name: Engineering, kind: department}, {name: platform, parent: Engineering}]
`;

test('a file is written and read back the same', () => {
  const settings = readAllocation(file, 'a.yaml');
  expect(readAllocation(writeAllocation(settings), 'b.yaml')).toEqual(settings);
  expect(whenWords(settings.dimensions[0]?.rules[0] as AllocationRule)).toBe('sub account name begins with "plat-"');
  expect(() => readAllocation('dimensions: [{key: Team, title: x}]', 'c.yaml')).toThrow('c.yaml: dimensions[0].key');
  expect(() => readAllocation(file.replace('dimension: team', 'dimension: nope'), 'd.yaml')).toThrow('no dimension');
});

test('a move leaves the days before it as they were', () => {
  const tree = readTreeCsv('name,parent,kind\nEngineering,,department\nResearch,,department\nsearch,Engineering,team\n', 't.csv');
  checkTree(tree);
  const moved = moveTo(tree, 'Search', 'Research', '2026-11-01');
  checkTree(moved);
  expect([pathsOn(moved, '2026-10-31')('search'), pathsOn(moved, '2026-11-01')('search'), pathsOn(moved, '2026-11-01')('nobody')]).toEqual([
    ['Engineering'],
    ['Research'],
    null,
  ]);
  expect(readTreeCsv(writeTreeCsv(moved), 't.csv')).toEqual(moved);
});

test.each([
  ['name,parent\na,b\nb,a\n', 'circle: a → b → a'],
  ['name,parent\na,\na,\n', 'two places'],
  ['name,parent\na,b\n', 'no row of the tree'],
])('%j is no tree', (text, words) => {
  expect(() => checkTree(readTreeCsv(text, 't.csv'))).toThrow(words);
});

test('a tree that cannot be read says where', () => {
  expect(() => readTreeCsv('name,boss\na,b\n', 't.csv')).toThrow('no column "boss"');
  expect(() => readTreeCsv('name,from\na,yesterday\n', 't.csv')).toThrow('t.csv, line 2: since is no day');
});

test.each([
  ['', 't.csv is empty: its first line has to be a heading'],
  ['\ufeff \n\n\t\n', 't.csv is empty: its first line has to be a heading'],
  ['name,parent,kind\n\n', 't.csv has a heading and no rows. To take places away'],
  ['search,Learning,team\n', 'no column "search"'],
  ['parent,kind\nLearning,team\n', 'the column "name" is missing'],
])('%j is no file of a tree, and takes none away', (text, words) => {
  expect(() => readTreeCsv(text, 't.csv')).toThrow(words);
});

test('what another tree adds, changes and takes away is told by name, whatever the order and spelling of rows', () => {
  const read = (text: string) => readTreeCsv(`name,parent,kind,from,to\n${text}`, 't.csv');
  const before = read('Eng,,department,,\nsearch,Eng,team,,2026-11-01\nsearch,,team,2026-11-01,\ncontent,Eng,team,,\nold,,team,,\n');
  const after = read('content,,team,,\nsearch,,team,2026-11-01,\nsearch,Eng,team,,2026-11-01\nENG,,department,,\nnew,,team,,\n');
  expect(treePlan(before, after)).toEqual({ added: ['new'], changed: ['content', 'ENG'], removed: ['old'] });
  expect(treePlan(before, before.toReversed())).toEqual({ added: [], changed: [], removed: [] });
});

test('no two columns of the editor are called the same, and those of the bill itself as Costs calls them', () => {
  const titles = ruleColumns.map((c) => fieldWords(c).toLowerCase());
  expect(titles.filter((t, i) => titles.indexOf(t) !== i)).toEqual([]);
  const asBilled = {
    ServiceName: 'billed-service',
    ServiceCategory: 'billed-category',
    ServiceSubcategory: 'billed-subcategory',
    RegionId: 'billed-region',
    RegionName: 'billed-region-name',
  } as const;
  for (const [column, word] of Object.entries(asBilled)) expect(fieldWords(column).replace(/^b/, 'B')).toBe(exploreDimensions[word].title);
});
