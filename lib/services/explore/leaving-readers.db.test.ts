import pg from 'pg';
import { expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { ExploreQuery } from '../../core/explore/explore-query';
import { env } from '../../env';
import { makeActor, writeFile } from '../../runtime/test-database';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { explore } from './explore';
import { exportCharges } from './export-charges';

const today = '2026-10-02';
const ask = ExploreQuery.parse({ from: '2019-01-01', to: '2026-09-01', by: 'service' });

const load = (actor: Actor, month: string) =>
  importPath(
    actor,
    writeFile(
      `${month}.csv`,
      focusFile([
        focusRow({
          BillingPeriodStart: `${month}-01T00:00:00Z`,
          ChargePeriodStart: `${month}-03T00:00:00Z`,
          ChargePeriodEnd: `${month}-04T00:00:00Z`,
        }),
      ]),
    ),
    {},
  );

test('a reader who begins and never ends keeps nobody from a new organisation, a month that was never there, or a question', async () => {
  const actor = await makeActor();
  await load(actor, '2026-08');
  const forgotten = new pg.Client(env().DATABASE_URL);
  await forgotten.connect();
  try {
    await forgotten.query('begin');
    await forgotten.query('select count(*) from charge');
    await forgotten.query('select count(*) from charge_profile');
    const other = await makeActor();
    await load(other, '2019-03');
    expect((await explore(other, ask, today)).totals.map((t) => t.amount)).toEqual(['1.25']);
    expect((await explore(actor, ask, today)).totals.map((t) => t.amount)).toEqual(['1.25']);
  } finally {
    await forgotten.end();
  }
}, 30_000);

test('readers who take their files slowly leave connections for everybody else', async () => {
  const actor = await makeActor();
  await load(actor, '2026-08');
  const files = await Promise.all([1, 2, 3, 4].map(async () => (await exportCharges(actor, ask, today)).content));
  for (const file of files) await file.next();
  await expect(exportCharges(actor, ask, today)).rejects.toThrow('4 files of charges are on their way already.');
  await files[0]?.return(undefined);
  const lines: string[] = [];
  for await (const part of (await exportCharges(actor, ask, today)).content) lines.push(part);
  expect(lines.join('').trim().split('\n')).toHaveLength(2);
  for (const file of files) await file.return(undefined);
});
