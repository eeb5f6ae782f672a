import type pg from 'pg';
import { type ActivatedLoad, claimsOf } from '../../core/ledger/claims';

interface LoadRow extends Omit<ActivatedLoad, 'activation'> {
  activation: bigint;
}

/**
 * Derives anew who speaks for which day, for these providers of the organisation, inside the caller's transaction. Two activations wait for
 * each other, so that neither works from a list the other is changing.
 */
export async function deriveClaims(client: pg.ClientBase, organization: number, providers: readonly string[]): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, $2)', [CLAIMS_LOCK, organization]);
  const { rows } = await client.query<LoadRow>(
    `select id, provider, billing_account_id as "billingAccount", sub_accounts as "subAccounts", billing_period as "billingPeriod", dataset, replaces,
            from_day as "fromDay", to_day as "toDay", activation
       from load where organization_id = $1 and provider = any($2) and status = 'complete' and activation is not null`,
    [organization, providers],
  );
  const claims = claimsOf(rows.map((r) => ({ ...r, activation: Number(r.activation) })));
  await client.query('delete from load_claim c using load l where c.load_id = l.id and c.organization_id = $1 and l.provider = any($2)', [
    organization,
    providers,
  ]);
  await client.query(
    `insert into load_claim (organization_id, load_id, from_day, to_day, counts_billed, counts_effective)
     select $1, * from unnest($2::int[], $3::date[], $4::date[], $5::bool[], $6::bool[])`,
    [
      organization,
      claims.map((c) => c.loadId),
      claims.map((c) => c.fromDay),
      claims.map((c) => c.toDay),
      claims.map((c) => c.countsBilled),
      claims.map((c) => c.countsEffective),
    ],
  );
}

const CLAIMS_LOCK = 7_301;
