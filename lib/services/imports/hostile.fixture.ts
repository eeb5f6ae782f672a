// What became of a bill that was brought: for the tests of files that somebody broke.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { Actor } from '../../core/access/actor';
import type { ImportResult } from '../../core/imports/result';
import { costsByGroup } from '../../db/queries/costs-by-group';
import { listImports } from '../../db/records/imports';
import { query, sql } from '../../db/sql';
import { env } from '../../env';
import { makeActor, writeFile } from '../../runtime/test-database';
import { focusRow } from './focus.fixture';
import { importPath } from './import-path';
import { rejectFile } from './rejects';

interface Outcome {
  result: ImportResult;
  name: string;
  actor: Actor;
}
interface RejectRow {
  line: string;
  column: string;
  reason: string;
  original: string;
}

/** Imports a file into an organisation of its own. */
export async function bring(name: string, content: string | Buffer, choices = {}): Promise<Outcome> {
  return bringPath(writeFile(name, content), choices);
}
export async function bringPath(file: string, choices = {}): Promise<Outcome> {
  const actor = await makeActor();
  return { result: await importPath(actor, file, choices), name: path.basename(file), actor };
}

export async function rejectsOf({ actor }: Outcome): Promise<RejectRow[]> {
  const [made] = await listImports(actor.organizationId, 1);
  const file = rejectFile(made?.id ?? 0);
  return fs.existsSync(file) ? parse(fs.readFileSync(file), { columns: true }) : [];
}
export const places = (rejects: readonly RejectRow[]) => rejects.map((r) => [Number(r.line), r.column, r.reason]);

/** Lines of the stored charges, in their order. */
export const linesOf = async ({ actor }: Outcome) =>
  (
    await query<{ line: bigint }>(
      actor.organizationId,
      sql`select line from charge where organization_id = ${actor.organizationId} order by line`,
    )
  ).map((r) => Number(r.line));

const shown = async ({ actor }: Outcome) =>
  (await costsByGroup(actor.organizationId, { groupBy: [], from: '2000-01-01', to: '2100-01-01' })).map(
    (c) => `${Number(c.billed)} ${c.currency}`,
  );

export async function nothingIsThere({ actor }: Outcome): Promise<void> {
  const [n] = await query<{ loads: number; charges: number }>(
    actor.organizationId,
    sql`select (select count(*)::int from load where organization_id = ${actor.organizationId}) as loads,
               (select count(*)::int from charge where organization_id = ${actor.organizationId}) as charges`,
  );
  expect(n).toEqual({ loads: 0, charges: 0 });
  expect(fs.readdirSync(path.join(env().HEADROOM_HOME, 'scratch'))).toEqual([]);
}

/** Refused with a sentence that names the file and says this, and nothing of it landed. */
export async function isRefused(outcome: Outcome, ...says: (string | RegExp)[]): Promise<void> {
  const { result, name } = outcome;
  expect(result).toMatchObject({ outcome: 'refused', accepted: 0, loads: [] });
  expect(result.reason).toContain(name);
  for (const s of says) expect(result.reason).toMatch(s);
  await nothingIsThere(outcome);
}

export async function lands(outcome: Outcome, accepted: number, rejected = 0): Promise<void> {
  expect(outcome.result).toMatchObject({
    outcome: rejected ? 'imported-with-rejects' : 'imported',
    accepted,
    rejected,
    rows: accepted + rejected + outcome.result.skipped,
  });
  if (accepted) expect(await shown(outcome)).toEqual(outcome.result.billed.map((b) => `${Number(b.amount)} ${b.currency}`));
}

export const rows = (n: number) => Array.from({ length: n }, (_, i) => focusRow({ ServiceName: `Service ${i % 3}` }));
