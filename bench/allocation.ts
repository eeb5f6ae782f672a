// `npm run bench:allocation -- --rows 1000000`: rules over the profiles of that many charges, saved anew, changed, previewed, and the pages' questions after it. An
// organisation of its own, which stays: run it on a database that nobody needs.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Actor } from '../lib/core/access/actor';
import { AllocationQuery } from '../lib/core/allocation/allocation-query';
import { prisma } from '../lib/db/client';
import { query, sql } from '../lib/db/sql';
import { previewRules } from '../lib/services/allocation/preview';
import { getRuleUse } from '../lib/services/allocation/rule-use';
import { saveRules } from '../lib/services/allocation/save';
import { getShowback } from '../lib/services/allocation/showback';
import { getStatements } from '../lib/services/allocation/statements';
import { getUnallocated } from '../lib/services/allocation/unallocated';
import { createOrganization } from '../lib/services/identity/create-organization';
import { importPath } from '../lib/services/imports/import-path';
import { shutDown } from '../lib/services/shut-down';
import { writeFocusFile } from './focus-file';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' }, rules: { type: 'string', default: '50' } } });
const today = '2026-11-21';

/** Tags, prefixes and patterns, as people write them: the last one takes the value of a tag. */
const rules = (count: number, first: string) => [
  { when: [{ field: 'SubAccountId', op: 'prefix', values: [first] }], value: 'first team' },
  ...Array.from({ length: count }, (_, i) => ({
    when: [
      { field: 'tag:environment', op: 'equals', values: [i % 2 ? 'prod' : 'test'] },
      i % 3
        ? { field: 'ResourceName', op: 'matches', values: [`^resource-[0-9]*${i}$`] }
        : { field: 'SubAccountName', op: 'suffix', values: [`n ${i}`] },
    ],
    value: `team ${i}`,
  })),
  { from: 'tag:team', map: { 'team-1': 'Team one' } },
];

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  const result = await work();
  const seconds = (performance.now() - started) / 1000;
  const changed = typeof result === 'object' && result !== null && 'changed' in result ? `, ${result.changed} profiles changed` : '';
  console.log(`${what}: ${seconds.toFixed(2)} s${changed}`);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-bench-'));
try {
  const { id, name } = await prisma().$transaction((tx) => createOrganization(tx, `Bench ${randomUUID().slice(0, 8)}`), {
    timeout: 20_000,
  });
  const actor: Actor = { organizationId: id, organizationName: name, userId: null, name: 'Bench', email: null, role: 'admin' };
  const file = path.join(folder, 'bill.csv');
  await writeFocusFile(file, { rows: Number(values.rows), month: '2026-10-01' });
  await importPath(actor, file, {}, { isOneOfMany: true });
  const [found] = await query<{ n: string }>(id, sql`select count(*)::text as n from charge_profile where organization_id = ${id}`);
  console.log(`${values.rows} charges, ${found?.n} profiles, ${Number(values.rules) + 2} rules`);
  const save = (list: object[]) => saveRules(actor, { key: 'team', title: 'Team', rules: list });
  const list = rules(Number(values.rules), 'sub-1');
  const ask = AllocationQuery.parse({ from: '2026-10-01', to: '2026-11-01' });
  await timed('first rules, all profiles', () => save(list));
  await timed('one rule changed', () => save(rules(Number(values.rules), 'sub-2')));
  await timed('all rules turned round', () => save([...list].reverse()));
  await timed('preview over 90 days', () => previewRules(actor, { dimension: 'team', rules: list as never, rule: 0, days: 90 }, today));
  await timed('what rules take from each other in a month', () => getRuleUse(actor, ask, today));
  await timed('the same once more', () => getRuleUse(actor, ask, today));
  await timed('showback of a month', () => getShowback(actor, ask, today));
  await timed('unallocated of a month', () => getUnallocated(actor, ask, today));
  await timed('statements of a month', () => getStatements(actor, { dimension: 'team', month: '2026-10' }, today));
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
  await shutDown();
}
