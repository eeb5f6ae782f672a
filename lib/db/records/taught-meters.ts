import type pg from 'pg';
import { TaughtMeaning } from '../../core/meters/taught';
import { prisma } from '../client';

export interface TaughtMeterRow {
  id: number;
  provider: string;
  /** The meter's words in lower case. */
  meter: string;
  meaning: TaughtMeaning;
  taughtByName: string;
  taughtAt: Date;
}

/** What an organisation has taught, by provider and words. */
export async function listTaught(organizationId: number): Promise<TaughtMeterRow[]> {
  const rows = await prisma().taughtMeter.findMany({ where: { organizationId }, orderBy: [{ provider: 'asc' }, { meter: 'asc' }] });
  return rows.map(({ organizationId: _, meaning, ...row }) => ({ ...row, meaning: TaughtMeaning.parse(meaning) }));
}

/** Writes what a meter means, inside a ledger transaction. Returns its number. */
export async function putTaught(
  client: pg.ClientBase,
  organization: number,
  { provider, meter, meaning, by }: { provider: string; meter: string; meaning: TaughtMeaning; by: string },
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into taught_meter (organization_id, provider, meter, meaning, taught_by_name) values ($1, $2, $3, $4, $5)
     on conflict (organization_id, provider, meter) do update set meaning = excluded.meaning, taught_by_name = excluded.taught_by_name, taught_at = now()
     returning id`,
    [organization, provider, meter, JSON.stringify(meaning), by],
  );
  return rows[0]?.id ?? 0;
}

/** What is taught now, as this transaction sees it. */
export async function readTaught(
  client: pg.ClientBase,
  organization: number,
): Promise<Omit<TaughtMeterRow, 'taughtByName' | 'taughtAt'>[]> {
  const { rows } = await client.query<{ id: number; provider: string; meter: string; meaning: unknown }>(
    'select id, provider, meter, meaning from taught_meter where organization_id = $1 order by provider, meter',
    [organization],
  );
  return rows.map((r) => ({ ...r, meaning: TaughtMeaning.parse(r.meaning) }));
}

export const dropTaught = (client: pg.ClientBase, organization: number, id: number) =>
  client.query('delete from taught_meter where organization_id = $1 and id = $2', [organization, id]);
