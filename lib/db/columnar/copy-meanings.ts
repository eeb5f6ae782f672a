import fs from 'node:fs';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import pg from 'pg';
import { foldMeter } from '../../core/meters/taught';
import { profilePartition } from '../loading/partitions';
import { meterText } from '../loading/re-enrich';
import { query, raw, sql } from '../sql';
import { copyOut, csv, textColumns } from './copy-out';
import { profileColumns } from './schema';

/** Meters that mean something else than when the copy was last brought up to date. */
export interface MeterChanges {
  meters: { provider: string; meter: string }[];
  /** What is taught now, as the copy remembers it. */
  taught: string;
}

type Remembered = [provider: string, meter: string, meaning: string][];

/** What is taught, as one text: the same whenever the same is taught. */
async function taughtNow(organization: number): Promise<string> {
  const rows = await query<{ provider: string; meter: string; meaning: string }>(
    organization,
    sql`select provider, meter, md5(meaning::text) as meaning from taught_meter where organization_id = ${organization} order by provider, meter`,
  );
  return JSON.stringify(rows.map((r) => [r.provider, r.meter, r.meaning]));
}

/** What was taught, changed or forgotten since the copy was last brought up to date; null where nothing was. */
export async function changedMeters(organization: number, connection: DuckDBConnection): Promise<MeterChanges | null> {
  const taught = await taughtNow(organization);
  const known = (await connection.runAndReadAll(`select value from state where name = 'meters'`)).getRowsJson()[0]?.[0];
  const before = typeof known === 'string' ? known : '[]';
  if (before === taught) return null;
  const words = (text: string) => new Set((JSON.parse(text) as Remembered).map((m) => JSON.stringify(m)));
  const [was, is] = [words(before), words(taught)];
  const differing = [...is].filter((m) => !was.has(m)).concat([...was].filter((m) => !is.has(m)));
  const meters = differing.map((m) => JSON.parse(m) as Remembered[number]).map(([provider, meter]) => ({ provider, meter }));
  return { meters, taught };
}

const taken = [
  'x_is_ai',
  'x_tokens_per_unit',
  ...profileColumns.filter((c) => /^x_(service|region|model|token|cache|modality|deployment|context|lifecycle)/.test(c)),
];

/** Takes over what the profiles of these meters mean now. Returns the loads whose tokens are to be counted anew. */
export async function takeMeanings(
  connection: DuckDBConnection,
  organization: number,
  folder: string,
  { meters, taught }: MeterChanges,
): Promise<number[]> {
  const providers = [...new Set(meters.map((m) => m.provider))];
  const texts = await query<{ provider: string; text: string }>(
    organization,
    sql`select distinct p.x_provider as provider, ${raw(meterText)} as text from charge_profile p
         where p.organization_id = ${organization} and p.x_provider = any(${providers}) and ${raw(meterText)} is not null`,
  );
  const meant = texts.filter((t) => meters.some((m) => m.provider === t.provider && m.meter === foldMeter(t.text)));
  const recounted: number[] = [];
  if (meant.length > 0) {
    const file = path.join(folder, 'meanings.csv');
    const asked = meant.map((t) => `(${pg.escapeLiteral(t.provider)}, ${pg.escapeLiteral(t.text)})`).join(', ');
    await copyOut(
      organization,
      file,
      `select p.profile_key, ${taken.map((c) => `p.${c}`).join(', ')} from ${profilePartition(organization)} p
        where p.organization_id = ${Math.trunc(organization)} and (p.x_provider, ${meterText}) in (${asked})`,
    );
    await connection.run(
      `create or replace temp table told as
       select p.ordinal, p.x_tokens_per_unit is distinct from f.x_tokens_per_unit as recounted, ${taken.map((c) => `f.${c}`).join(', ')}
         from ${csv(file, textColumns(['key', ...taken]))} f join profile p on p.key = f.key::uuid`,
    );
    fs.rmSync(file);
    const loads = await connection.runAndReadAll(
      'select distinct f.load from fact f join told t on t.ordinal = f.profile where t.recounted',
    );
    recounted.push(...loads.getRowsJson().map(([load]) => Number(load)));
    await connection.run(
      `update profile set ${taken.map((c) => `${c} = told.${c}${c === 'x_is_ai' ? '::boolean' : ''}`).join(', ')} from told where told.ordinal = profile.ordinal`,
    );
    await connection.run('drop table told');
  }
  await connection.run(`insert or replace into state values ('meters', $1)`, [taught]);
  return recounted;
}
