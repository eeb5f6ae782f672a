import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { makeActor, writeFile } from '../../runtime/test-database';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { closeStatements, getStatements, getStatementsOf } from './statements';

const today = '2026-10-20';
const cost = (amount: string, tags: object | null) =>
  focusRow({ BilledCost: amount, EffectiveCost: amount, Tags: tags === null ? '' : JSON.stringify(tags) });

let actor: Actor;
beforeAll(async () => {
  actor = await makeActor();
  const bill = focusFile([cost('60', { team: 'search' }), cost('50', { team: 'content' }), cost('7.5', null)]);
  await importPath(actor, writeFile('bill.csv', bill), {});
});

test('a target without a statement is refused with the name that was meant, and one with has its own lines and no others', async () => {
  const of = (target: string | null) => getStatementsOf(actor, { dimension: 'team', month: '2026-08', target }, today);
  await expect(of('nobody')).rejects.toMatchObject({
    code: 'not_found',
    message: 'nobody has no statement for 2026-08. There are: content, search, (unallocated).',
  });
  await expect(of('serch')).rejects.toThrow('serch has no statement for 2026-08. Did you mean search?');
  await expect(of('')).rejects.toMatchObject({ code: 'not_found' });
  const { lines } = await of('Search');
  expect(lines.length).toBeGreaterThan(0);
  expect(new Set(lines.map((l) => l.target))).toEqual(new Set(['search']));
  expect((await of('(unallocated)')).lines.map((l) => l.target)).toEqual([null]);
  expect((await of(null)).lines.length).toBeGreaterThan(lines.length + 1);
});

test.each(['abc', '2026-13', '', '2026-1'])('%j is no month: it has no statements, and none can be closed', async (month) => {
  const refusal = { code: 'invalid', message: expect.stringContaining('is no month') };
  await expect(getStatements(actor, { dimension: 'team', month }, today)).rejects.toMatchObject(refusal);
  await expect(closeStatements(actor, { dimension: 'team', month }, today)).rejects.toMatchObject(refusal);
});
