import fs from 'node:fs';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { tagEntries } from '../../core/ledger/tags';
import { chargePartition, profilePartition } from '../loading/partitions';
import { copyOut, csv, textColumns } from './copy-out';
import { factAmounts, monthsOf, profileColumns } from './schema';

/** A load that counts, with a signature of its content and of what it counts for. */
export interface ClaimedLoad {
  load: number;
  month: string;
  signature: string;
}

const chargesFile = (folder: string, load: number): string => path.join(folder, `charges-${Math.trunc(load)}.csv`);

/** Columns of a file of charges; `tokens` only where PostgreSQL multiplied them. */
const arriving = (withTokens: boolean): string =>
  `{'line': 'bigint', 'day': 'date', 'profile_key': 'uuid', 'counts_billed': 'boolean', 'counts_effective': 'boolean', ${[...copied, ...(withTokens ? ['tokens'] : [])].map((c) => `'${c}': 'varchar'`).join(', ')}}`;
/** Profiles that are asked for by their keys. */
const LOOKED_UP = 20_000;

const copied = factAmounts.filter((a) => a !== 'tokens');

/** The charges of one load that count, as a file. What it says of a measure it does not count for is left out. */
export function copyCharges(organization: number, folder: string, { load, month }: ClaimedLoad, withTokens = false): Promise<void> {
  const id = Math.trunc(load);
  const profiles = withTokens ? ` join ${profilePartition(organization)} p on p.profile_key = x.profile_key` : '';
  return copyOut(
    organization,
    chargesFile(folder, load),
    `select x.line, (x.charge_period_start at time zone 'UTC')::date, x.profile_key, c.counts_billed, c.counts_effective,
            case when c.counts_billed then x.billed_cost end, case when c.counts_effective then x.effective_cost end,
            case when c.counts_effective then x.list_cost end, case when c.counts_effective then x.contracted_cost end,
            case when c.counts_billed then x.consumed_quantity end${withTokens ? ', case when c.counts_billed then x.consumed_quantity * p.x_tokens_per_unit end' : ''}
       from load_claim c
       join ${chargePartition(month)} x on x.load_id = c.load_id and x.charge_period_start >= c.from_day and x.charge_period_start < c.to_day${profiles}
      where c.load_id = ${id} and c.organization_id = ${Math.trunc(organization)} and (c.counts_billed or c.counts_effective)`,
  );
}

/** Takes the file of a load's charges into the copy, with the profiles that are new. `wide` where its columns hold more than 64 bits (schema.ts). */
export async function takeIn(
  connection: DuckDBConnection,
  organization: number,
  folder: string,
  load: ClaimedLoad,
  wide: boolean,
): Promise<void> {
  const id = Math.trunc(load.load);
  const file = chargesFile(folder, id);
  await connection.run(`create or replace temp table arrived as select * from ${csv(file, arriving(false))}`);
  const longest = copied.map((a) => `max(length(split_part(${a}, '.', 2)))`).join(', ');
  const [[digits] = []] = (await connection.runAndReadAll(`select greatest(${longest}) from arrived`)).getRowsJson() as [number | null][];
  if (Number(digits) > 39) throw new Error(`load ${id} has amounts with more than 39 digits after the point`);
  const missing = (
    await connection.runAndReadAll(
      'select distinct a.profile_key::text from arrived a where not exists (select 1 from profile p where p.key = a.profile_key)',
    )
  ).getRowsJson() as [string][];
  if (missing.length > 0)
    await copyProfiles(
      connection,
      organization,
      folder,
      load,
      missing.map(([key]) => key),
    );
  const tiny = Number(digits) > 21;
  const odd = await connection.runAndReadAll(
    `select 1 from arrived a join profile p on p.key = a.profile_key where p.x_tokens_per_unit is not null
        and (length(a.quantity) > 16 or not regexp_full_match(p.x_tokens_per_unit, '[0-9]{1,12}')) limit 1`,
  );
  const multiplied = tiny || odd.currentRowCount > 0;
  if (multiplied) {
    // what does not fit into whole numbers here is multiplied by PostgreSQL
    await copyCharges(organization, folder, load, true);
    await connection.run(`create or replace temp table arrived as select * from ${csv(file, arriving(true))}`);
  }
  fs.rmSync(file);
  const parts = (a: string) =>
    `${wide ? 'amount_wide' : 'amount_hi'}(a.${a}), amount_lo(a.${a}), ${tiny ? `amount_tiny(a.${a})` : `case when a.${a} is not null then 0 end`}`;
  const units = 'amount_units(a.quantity) * p.x_tokens_per_unit::hugeint';
  const tokens = multiplied
    ? parts('tokens')
    : `case when p.x_tokens_per_unit is not null then (${units} // 1000000000000000000)::${wide ? 'hugeint' : 'bigint'} end,
       case when p.x_tokens_per_unit is not null then (${units} % 1000000000000000000)::bigint end,
       case when p.x_tokens_per_unit is not null and a.quantity is not null then 0 end`;
  await connection.run(
    `insert into fact select ${id}, a.line, a.day, p.ordinal, a.counts_billed, a.counts_effective, p.x_tokens_per_unit is not null,
            ${factAmounts.map((n) => (n === 'tokens' ? tokens : parts(n))).join(', ')}
       from arrived a join profile p on p.key = a.profile_key order by a.day, a.line`,
  );
  await connection.run(monthsOf(id, wide));
  if (tiny) await connection.run(`insert or replace into state values ('tiny', 'yes')`);
  await connection.run('drop table arrived');
}

/** The profiles of a load that are not here yet, with their tags taken apart. */
async function copyProfiles(
  connection: DuckDBConnection,
  organization: number,
  folder: string,
  { load, month }: ClaimedLoad,
  missing: readonly string[],
): Promise<void> {
  const file = path.join(folder, `profiles-${load}.csv`);
  const columns = ['key', 'tags', 'x_is_ai', 'x_tokens_per_unit', ...profileColumns];
  // few are looked up one by one; for many it is quicker to read all
  const wanted =
    missing.length <= LOOKED_UP
      ? `profile_key = any('{${missing.join(',')}}'::uuid[])`
      : `profile_key in (select profile_key from ${chargePartition(month)} where load_id = ${Math.trunc(load)})`;
  await copyOut(
    organization,
    file,
    `select profile_key, tags, x_is_ai, x_tokens_per_unit, ${profileColumns.join(', ')} from ${profilePartition(organization)}
      where organization_id = ${Math.trunc(organization)} and ${wanted}`,
  );
  const first = `(select coalesce(max(ordinal), 0) from profile)`;
  await connection.run(
    `create or replace temp table arriving as
     select (${first} + row_number() over ())::integer as ordinal, f.key::uuid as key, f.tags, f.x_is_ai::boolean as x_is_ai, f.x_tokens_per_unit, ${profileColumns.map((c) => `f.${c}`).join(', ')}
       from ${csv(file, textColumns(columns))} f where not exists (select 1 from profile p where p.key = f.key::uuid)`,
  );
  fs.rmSync(file);
  const tags = (await connection.runAndReadAll('select distinct tags from arriving where tags is not null')).getRowsJson() as [string][];
  const tagFile = path.join(folder, `tags-${load}.json`);
  const lines = tags.flatMap(([said]) => tagEntries(said).map(([key, value]) => JSON.stringify({ tags: said, key, value })));
  if (lines.length) {
    fs.writeFileSync(tagFile, `${lines.join('\n')}\n`);
    await connection.run(
      `insert into tag select a.ordinal, j.key, j.value
         from read_json('${tagFile.replaceAll("'", "''")}', format = 'newline_delimited', columns = ${textColumns(['tags', 'key', 'value'])}) j
         join arriving a on a.tags = j.tags`,
    );
    fs.rmSync(tagFile);
  }
  await connection.run('insert into profile by name select * from arriving');
  await connection.run('drop table arriving');
}
