import Big from 'big.js';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { AllocationQuery } from '../../core/allocation/allocation-query';
import { RuleList } from '../../core/allocation/types';
import { allocatedCosts } from '../../db/queries/allocated-costs';
import { allocationVersion } from '../../db/queries/allocations';
import { costsByGroup } from '../../db/queries/costs-by-group';
import { query, sql } from '../../db/sql';
import { makeActor, writeFile } from '../../runtime/test-database';
import { workbookParts } from '../../runtime/test-workbook';
import { getAudit } from '../audit/get-audit';
import { type FocusCells, focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { exportStatements } from './export-statements';
import { previewRules } from './preview';
import { applyAllocation, changeShared, deleteDimension, exportAllocation, saveRules } from './save';
import { getAllocation } from './settings';
import { exportShowback, getShowback } from './showback';
import { closeStatements, getStatements, linesOf } from './statements';
import { getUnallocated } from './unallocated';

const today = '2026-10-20';
const ask = (more: object = {}) => AllocationQuery.parse({ from: '2026-08-01', to: '2026-09-01', ...more });
const sum = (amounts: readonly string[]) => amounts.reduce((s, a) => s.plus(a), new Big(0)).toFixed();
const row = (cost: string, tags: object | null, more: FocusCells = {}) =>
  focusRow({ BilledCost: cost, EffectiveCost: cost, Tags: tags === null ? '' : JSON.stringify(tags), ...more });

const september: FocusCells = {
  BillingPeriodStart: '2026-09-01T00:00:00Z',
  ChargePeriodStart: '2026-09-03T00:00:00Z',
  ChargePeriodEnd: '2026-09-04T00:00:00Z',
};
const bill = () =>
  focusFile([
    row('60.001', { team: 'search' }),
    row('40.0000000001', { Team: 'Search' }),
    row('50', { squad: 'content' }),
    row('10', { app: 'gateway' }, { ServiceName: 'Model gateway' }),
    row('7.5', null),
    row('-3.25', { team: 'search' }, { ChargeCategory: 'Credit' }),
    row('20', { team: 'search' }, { BillingCurrency: 'EUR' }),
    row('80', { team: 'search' }, september),
    row('20', { team: 'content' }, september),
  ]);
const teamRules = [
  { when: [{ field: 'x_ServiceName', op: 'equals', values: ['model-gateway'] }], value: 'shared platform' },
  { from: 'tag:team' },
];
const pools = [
  { name: 'Platform', dimension: 'team', value: 'shared platform', method: 'even' as const, targets: ['search', 'content', 'support'] },
];

async function withBill(): Promise<Actor> {
  const actor = await makeActor();
  await importPath(actor, writeFile('bill.csv', bill()), {});
  return actor;
}
const save = (actor: Actor, rules: unknown[] = teamRules, dimension = 'team') => saveRules(actor, { key: dimension, title: 'Team', rules });
const showback = async (actor: Actor, more = {}) => getShowback(actor, ask(more), today);
const totals = async (actor: Actor) =>
  Object.fromEntries((await showback(actor)).lines.map((l) => [`${l.target} ${l.currency}`, new Big(l.total).toFixed()]));

const allocationOf = (reader: Actor, organization = reader.organizationId) =>
  query<{ value: string }>(reader.organizationId, sql`select value from profile_allocation where organization_id = ${organization}`);

let actor: Actor;
let stranger: Actor;
beforeAll(async () => {
  [actor, stranger] = await Promise.all([withBill(), makeActor()]);
});

test('without rules the team of the tags stands, and nothing is lost', async () => {
  expect(await totals(actor)).toEqual({
    'search USD': '56.751',
    'Search USD': '40.0000000001',
    'search EUR': '20',
    'content USD': '50',
    'null USD': '17.5',
    'null EUR': '0',
  });
  const { bars, dimension } = await showback(actor);
  expect(dimension.isBuiltIn).toBe(true);
  expect(bars.find((b) => b.currency === 'USD')).toMatchObject({ total: '164.2510000001', tagged: '146.7510000001', unallocated: '17.5' });
});

test('rules give owners; allocated and unallocated are the effective cost to the last digit, before and after', async () => {
  const own = await withBill();
  const before = await allocationVersion(own.organizationId);
  const { changed, rules } = await save(own);
  expect(changed).toBeGreaterThan(3);
  expect(rules.map((r) => typeof r.id)).toEqual(['number', 'number']);
  expect(await allocationVersion(own.organizationId)).not.toBe(before);
  expect((await changeShared(own, { synonyms: { team: ['squad'] }, pools })).idlePools).toEqual([]);
  expect(await totals(own)).toEqual({
    'search USD': '100.0910000001',
    'search EUR': '20',
    'content USD': '53.33',
    'support USD': '3.33',
    'shared platform USD': '0',
    'null USD': '7.5',
    'null EUR': '0',
  });
  for (const basis of ['effective', 'billed'] as const) {
    const { lines, bars } = await showback(own, { basis });
    const whole = await costsByGroup(own.organizationId, { groupBy: [], from: '2026-08-01', to: '2026-09-01', measure: basis });
    for (const w of whole) {
      expect(sum(lines.filter((l) => l.currency === w.currency).map((l) => l.total))).toBe(new Big(w[basis] ?? 0).toFixed());
      const bar = bars.find((b) => b.currency === w.currency);
      expect(sum([bar?.tagged ?? '0', bar?.rule ?? '0', bar?.shared ?? '0', bar?.unallocated ?? '0'])).toBe(
        new Big(w[basis] ?? 0).toFixed(),
      );
    }
  }
  const csv = (await exportShowback(own, ask(), today)).text;
  expect(csv).toContain('(unallocated),USD,7.5');
  expect((await save(own, (await getAllocation(own)).dimensions[0]?.rules ?? [])).outcome).toBe('unchanged');
  expect((await save(own, [{ from: 'tag:team' }])).idlePools).toEqual(['Platform']); // nothing is "shared platform" any more
  expect((await getAudit({ ...own, role: 'admin' }, { before: null })).rows.map((r) => r.action)).toContain('allocation.rules-changed');
});

test('one spelling for one name, and a rule holds on its days only', async () => {
  const own = await withBill();
  await save(own, [
    { from: 'tag:team', until: '2026-09-01' },
    { value: 'later', since: '2026-09-01' },
  ]);
  const rows = await allocationOf(own);
  expect([...new Set(rows.map((r) => r.value))].sort()).toEqual(['content', 'later', 'search']);
  const turns = {
    dimension: { key: 'team', isBuiltIn: false, turns: ['2026-09-01'] },
    from: '2026-08-01',
    to: '2026-10-01',
    basis: 'effective' as const,
  };
  const costs = await allocatedCosts(own.organizationId, turns);
  expect(costs.filter((c) => c.month === '2026-09').map((c) => [c.value, c.amount])).toEqual([['later', '100']]);
});

test('what a preview says is what saving does', async () => {
  const own = await withBill();
  const rules = [...teamRules, { from: 'tag:squad', map: { content: 'Content team' } }, { value: 'rest' }];
  const preview = await previewRules(own, { dimension: 'team', rules: RuleList.parse(rules), rule: 2, days: 90 }, today);
  const days = { from: preview.from, to: preview.to };
  const before = await getShowback(own, ask(days), today);
  await save(own, rules);
  const after = await getShowback(own, ask(days), today);
  const change = (value: string | null, currency: string) => {
    const of = (s: typeof before) => sum(s.lines.filter((l) => l.target === value && l.currency === currency).map((l) => l.total));
    return new Big(of(after)).minus(of(before)).toFixed();
  };
  const said = (value: string | null, currency: string) =>
    new Big(sum(preview.moved.filter((m) => m.to === value && m.currency === currency).map((m) => m.amount)))
      .minus(sum(preview.moved.filter((m) => m.from === value && m.currency === currency).map((m) => m.amount)))
      .toFixed();
  for (const value of ['search', 'Search', 'content', 'Content team', 'rest', 'shared platform', null])
    for (const currency of ['USD', 'EUR'])
      expect([value, currency, said(value, currency)]).toEqual([value, currency, change(value, currency)]);
  expect(preview.match).toEqual({ profiles: 1, charges: 1, amounts: [{ currency: 'USD', amount: '50' }] });
  expect(preview.unallocated.find((u) => u.currency === 'USD')).toMatchObject({ before: '17.5', after: '0' });
});

test('a load that comes later finds its owners, and another organisation sees nothing', async () => {
  const own = await makeActor();
  await save(own);
  await importPath(own, writeFile('bill.csv', bill()), {});
  expect((await totals(own))['shared platform USD']).toBe('10');
  const theirs = await allocationOf(stranger, own.organizationId);
  expect(theirs).toEqual([]);
  await expect(showback(stranger)).resolves.toMatchObject({ lines: [] });
  await expect(showback(own, { dimension: 'nope' })).rejects.toThrow('no allocation dimension');
  await expect(save({ ...own, role: 'analyst' })).rejects.toThrow('needs the role editor');
});

test('a file is the whole allocation, and the same file again changes nothing', async () => {
  const own = await withBill();
  await save(own, [{ value: 'x' }], 'product');
  const text =
    'dimensions:\n  - {key: team, title: Team, rules: [{from: tag:team}]}\ntree: [{name: Learning, kind: department}, {name: search, parent: Learning}]\n';
  const plan = await applyAllocation(own, { name: 'a.yaml', text }, { dryRun: true });
  expect(plan.map((p) => `${p.action} ${p.name}`)).toEqual([
    'create dimension team',
    'delete dimension product',
    'unchanged synonyms',
    'unchanged pools',
    'change tree',
  ]);
  await applyAllocation(own, { name: 'a.yaml', text });
  const again = await applyAllocation(own, { name: 'b.yaml', text: await exportAllocation(own) });
  expect(again.every((p) => p.action === 'unchanged')).toBe(true);
  expect((await showback(own)).lines.find((l) => l.target === 'search')?.path).toEqual(['Learning']);
  await deleteDimension(own, 'team');
  expect((await showback(own)).dimension.isBuiltIn).toBe(true);
  const bad =
    'pools: [{name: a, dimension: team, value: a, method: even, targets: [b]}, {name: b, dimension: team, value: b, method: even, targets: [a]}]';
  await expect(applyAllocation(own, { name: 'c.yaml', text: bad })).rejects.toThrow('circle: a → b → a');
});

test('a closed month stays, what changes later is a true-up of the next, and a move leaves it alone', async () => {
  const own = await withBill();
  await save(own);
  await changeShared(own, {
    pools,
    synonyms: { team: ['squad'] },
    tree: [
      { name: 'Learning', kind: 'department' },
      { name: 'search', parent: 'Learning' },
    ],
  });
  await expect(closeStatements(own, { dimension: 'team', month: '2026-10' }, today)).rejects.toThrow('not over');
  const august = await closeStatements(own, { dimension: 'team', month: '2026-08' }, today);
  expect(august.state).toBe('closed');
  const whole = august.lines.filter((l) => l.currency === 'USD');
  expect(sum(whole.map((l) => l.total))).toBe('164.25');
  expect(whole.find((l) => l.target === 'search')).toMatchObject({ path: ['Learning'], direct: '100', credits: '-3.25', total: '100.09' });
  await expect(closeStatements(own, { dimension: 'team', month: '2026-08' }, today)).rejects.toThrow('closed already');

  await save(own, [...teamRules, { when: [{ field: 'tag:app', op: 'empty' }], value: 'support' }]);
  await changeShared(own, {
    tree: [
      { name: 'Learning', kind: 'department' },
      { name: 'Research', kind: 'department' },
      { name: 'search', parent: 'Learning', until: '2026-09-01' },
      { name: 'search', parent: 'Research', since: '2026-09-01' },
    ],
  });
  expect((await getStatements(own, { dimension: 'team', month: '2026-08' }, today)).lines).toEqual(august.lines);
  const next = await getStatements(own, { dimension: 'team', month: null }, today);
  expect([next.month, next.state]).toEqual(['2026-09', 'next']);
  const line = (target: string | null) => next.lines.find((l) => l.target === target && l.currency === 'USD');
  expect(line('support')?.adjustments).toEqual([{ month: '2026-08', amount: '7.5' }]);
  expect(line(null)?.adjustments).toEqual([{ month: '2026-08', amount: '-7.5' }]);
  expect(line('search')).toMatchObject({ path: ['Research'], direct: '80', adjustments: [], total: '80' });
  await closeStatements(own, { dimension: 'team', month: '2026-09' }, today);
  const october = await getStatements(own, { dimension: 'team', month: '2026-10' }, today);
  expect(october.lines.flatMap((l) => l.adjustments)).toEqual([]);
});

test('a month without costs between two that have some is closed as well, and the next one can be', async () => {
  const own = await makeActor();
  const november = {
    BillingPeriodStart: '2026-11-01T00:00:00Z',
    ChargePeriodStart: '2026-11-03T00:00:00Z',
    ChargePeriodEnd: '2026-11-04T00:00:00Z',
  };
  await importPath(
    own,
    writeFile('pause.csv', focusFile([row('80', { team: 'search' }, september), row('5', { team: 'search' }, november)])),
    {},
  );
  const close = (month: string) => closeStatements(own, { dimension: 'team', month }, '2026-12-02');
  await expect(close('2026-12')).rejects.toThrow('not over');
  await close('2026-09');
  await expect(close('2026-11')).rejects.toThrow('2026-10 is the next');
  expect(await close('2026-10')).toMatchObject({ state: 'closed', lines: [] });
  expect((await close('2026-11')).lines).toMatchObject([{ target: 'search', total: '5' }]);
});

test('statements as files add up, and the shared part says how it was split in the columns of the standard', async () => {
  const own = await withBill();
  await save(own);
  await changeShared(own, { pools: [{ ...pools[0], method: 'proportional', targets: [] }] as never, synonyms: { team: ['squad'] } });
  const file = async (format: 'csv' | 'xlsx' | 'focus', target?: string) =>
    (await exportStatements(own, { dimension: 'team', month: '2026-08', target }, format, today)).bytes;
  const csv = (await file('csv')).toString();
  expect(csv).toContain('2026-08,,search,shared,"Platform, in proportion to direct cost",0.6');
  expect(csv).toContain('Total,,,,,USD,164.25');
  const summary = (await workbookParts(await file('xlsx'))).get('xl/worksheets/sheet1.xml') ?? '';
  const figures = [...summary.matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
    [...row.matchAll(/<v>(-?[\d.]+)<\/v><\/c>/g)].slice(-6).map((m) => Number(m[1])),
  );
  const [totals, rows] = [figures.slice(-2), figures.slice(1, -2)]; // one for euros, one for dollars
  expect(totals.map((row) => row.at(-1))).toContain(164.25);
  const added = (list: number[][], column: number) => list.reduce((sum, row) => sum + (row[column] ?? 0), 0);
  for (const column of [0, 1, 2, 3, 4, 5]) expect(added(totals, column)).toBeCloseTo(added(rows, column), 9);
  for (const row of totals) expect(row.slice(0, -1).reduce((sum, figure) => sum + figure, 0)).toBeCloseTo(row.at(-1) ?? 0, 9);
  const focus = (await file('focus', 'content')).toString();
  expect(focus).toContain('AllocatedMethodId,AllocatedMethodDetails,AllocatedResourceId');
  expect(focus).toMatch(/Part of Platform,3\.\d+,"?Platform: in proportion to direct cost"?,"\{""Elements"":\[\{""AllocatedRatio"":0\.3/);
  const { lines } = await getStatements(own, { dimension: 'team', month: '2026-08' }, today);
  expect(linesOf(lines, '(unallocated)').map((l) => l.total)).toEqual(['7.5']);
  await expect(file('csv', 'nobody')).rejects.toThrow('has no statement');
});

test('what nobody owns stands with the rule that would change it', async () => {
  const own = await withBill();
  await save(own);
  const u = await getUnallocated(own, ask(), today);
  expect(u.totals.find((t) => t.currency === 'USD')).toMatchObject({ amount: '57.5', total: '164.2510000001' });
  expect(sum(u.groups.map((g) => g.amount))).toBe('57.5');
  expect(u.groups[0]?.suggestion).toMatchObject({ rule: { value: 'search' } });
  expect(u.tags[0]).toMatchObject({ key: 'squad', amount: '50', examples: ['content'] });
  const [group] = u.groups;
  await save(own, [...teamRules, { when: group?.when, value: 'search' }]);
  expect((await getUnallocated(own, ask(), today)).groups).toEqual([]);
  expect(u.trend.find((t) => t.month === '2026-08' && t.currency === 'USD')?.amount).toBe('57.5');
});
