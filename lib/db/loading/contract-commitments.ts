import { inTransaction } from '../sql';

interface ContractLoad {
  importId: number;
  sourceId: number;
  contentHash: string;
  format: string;
  from: string;
  to: string;
  rows: readonly { line: number; columns: Record<string, string | null> }[];
}

/** A load of contract terms. The newest activated one speaks; it has no claims, since it counts no cost. */
export async function writeContractCommitments(organization: number, l: ContractLoad): Promise<number> {
  return inTransaction(organization, async (client) => {
    const { rows } = await client.query<{ id: number }>(
      `insert into load (organization_id, source_id, import_id, provider, format, dataset, replaces, billing_period, from_day, to_day, charge_to, rows,
                         content_hash, status, activation, activated_at)
       values ($1, $2, $3, 'focus', $4, 'contract', 'period', date_trunc('month', $5::date), $5, greatest($6::date, $5::date + 1), $6, $7, $8, 'complete',
               nextval('load_activation'), now()) returning id`,
      [organization, l.sourceId, l.importId, l.format, l.from, l.to, l.rows.length, l.contentHash],
    );
    const id = rows[0]?.id ?? 0;
    await client.query(
      `insert into contract_commitment (organization_id, load_id, line, columns) select $1, $2, * from unnest($3::bigint[], $4::jsonb[])`,
      [organization, id, l.rows.map((r) => r.line), l.rows.map((r) => JSON.stringify(r.columns))],
    );
    return id;
  });
}
