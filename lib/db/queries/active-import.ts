import { query, sql } from '../sql';

/** An earlier import of the same bytes, all of whose loads still count in full. */
export async function activeImportOf(
  organization: number,
  fileHash: string,
  choices: string,
): Promise<{ importId: number; result: unknown; finishedAt: Date } | null> {
  const rows = await query<{ importId: number; result: unknown; finishedAt: Date }>(
    organization,
    sql`select i.id as "importId", i.result, i.finished_at as "finishedAt" from import i
         where i.organization_id = ${organization} and i.file_hash = ${fileHash} and i.status = 'done' and i.choices::text = ${choices}::jsonb::text
           and exists (select 1 from load l where l.import_id = i.id)
           and not exists (select 1 from load l where l.import_id = i.id and (l.status <> 'complete' or l.dataset not in ('usage', 'contract')
                 and not exists (select 1 from load_claim c where c.load_id = l.id and c.from_day = l.from_day and c.to_day = l.to_day)))
         order by i.id desc limit 1`,
  );
  return rows[0] ?? null;
}

/** Loads that count nothing (any more) or less than they hold. */
export async function reducedLoads(organization: number): Promise<Set<number>> {
  const rows = await query<{ id: number }>(
    organization,
    sql`select l.id from load l where l.organization_id = ${organization} and l.status = 'complete' and l.activation is not null
           and l.dataset not in ('usage', 'contract')
           and not exists (select 1 from load_claim c where c.load_id = l.id and c.from_day = l.from_day and c.to_day = l.to_day
                             and (c.counts_billed or l.dataset = 'amortized') and (c.counts_effective or l.dataset = 'actual'))`,
  );
  return new Set(rows.map((r) => r.id));
}
