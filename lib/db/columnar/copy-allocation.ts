import fs from 'node:fs';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { copyOut, csv } from './copy-out';

/** The days that an allocation can hold for, from the first to the one after the last (lib/core/allocation). */
export const allocationDays = { from: '1900-01-01', to: '9999-12-31' } as const;

/**
 * Takes over who owns what. Where a value holds for some days only, the days between and around get rows without a value: every day of a profile
 * that has any row has exactly one.
 */
export async function takeAllocation(
  connection: DuckDBConnection,
  organization: number,
  folder: string,
  version: string | null,
): Promise<void> {
  const file = path.join(folder, 'allocation.csv');
  await copyOut(
    organization,
    file,
    `select profile_key, dimension, from_day, to_day, value from profile_allocation where organization_id = ${Math.trunc(organization)}`,
  );
  const columns = `{'key': 'uuid', 'dimension': 'varchar', 'from_day': 'date', 'to_day': 'date', 'value': 'varchar'}`;
  await connection.run('delete from allocation');
  await connection.run(
    `insert into allocation select a.dimension, p.ordinal, a.from_day, a.to_day, a.value from ${csv(file, columns)} a join profile p on p.key = a.key`,
  );
  fs.rmSync(file);
  const [first, last] = [`date '${allocationDays.from}'`, `date '${allocationDays.to}'`];
  await connection.run(
    `insert into allocation
     select dimension, ordinal, gap_from, gap_to, null
       from (select dimension, ordinal, coalesce(lag(to_day) over w, ${first}) as gap_from, from_day as gap_to from allocation window w as (partition by dimension, ordinal order by from_day)
              union all
             select dimension, ordinal, max(to_day), ${last} from allocation group by dimension, ordinal)
      where gap_from < gap_to`,
  );
  if (version !== null) await connection.run(`insert or replace into state values ('allocation', $1)`, [version]);
}
