import type { LedgerSum } from '../../core/invoices/reconcile';
import { type ActivatedLoad, claimsOf } from '../../core/ledger/claims';
import { query, type Sql, sql } from '../sql';

const sums = (organization: number, claims: Sql, period: { from: string; to: string }): Promise<LedgerSum[]> =>
  query<LedgerSum>(
    organization,
    sql`select l.provider, coalesce(l.billing_account_id, '') as account, max(l.billing_account_name) as "accountName",
               l.billing_period::text as period, s.billing_currency as currency, s.charge_category as category,
               trim_scale(sum(d.billed_cost))::text as amount
          from ${claims} c
          join load l on l.organization_id = ${organization} and l.id = c.load_id
          join cost_slice_daily d on d.organization_id = ${organization} and d.load_id = c.load_id and d.day >= c.from_day and d.day < c.to_day
          join cost_slice s on s.organization_id = ${organization} and s.slice_key = d.slice_key
         where d.billed_cost is not null and l.billing_period >= ${period.from}::date and l.billing_period < ${period.to}::date
         group by 1, 2, 4, 5, 6 order by 4, 1, 2, 5, 6`,
  );

/** Billed cost by issuer, billing account, billing month, currency and charge category: of what counts. */
export const ledgerByInvoice = (organization: number, period: { from: string; to: string }): Promise<LedgerSum[]> =>
  sums(
    organization,
    sql`(select load_id, from_day, to_day from load_claim where organization_id = ${organization} and counts_billed)`,
    period,
  );

interface LoadRow extends Omit<ActivatedLoad, 'activation'> {
  activation: bigint;
}

/**
 * The same as it was at the end of a day: of what had been loaded by then and was not taken back by then. A load that was taken back and made
 * to count again is known from its last activation on.
 */
export async function ledgerAsOf(organization: number, period: { from: string; to: string }, day: string): Promise<LedgerSum[]> {
  const rows = await query<LoadRow>(
    organization,
    sql`select id, provider, billing_account_id as "billingAccount", sub_accounts as "subAccounts", billing_period as "billingPeriod", dataset, replaces,
               from_day as "fromDay", to_day as "toDay", activation
          from load where organization_id = ${organization} and activation is not null and activated_at < ${day}::date + 1
           and (status = 'complete' or undone_at >= ${day}::date + 1)`,
  );
  const claims = claimsOf(rows.map((r) => ({ ...r, activation: Number(r.activation) }))).filter((c) => c.countsBilled);
  const columns = [claims.map((c) => c.loadId), claims.map((c) => c.fromDay), claims.map((c) => c.toDay)];
  return sums(
    organization,
    sql`(select * from unnest(${columns[0]}::int[], ${columns[1]}::date[], ${columns[2]}::date[]) as u(load_id, from_day, to_day))`,
    period,
  );
}

/** Under which issuers the ledger knows each billing account. */
export const issuersOfAccounts = (organization: number): Promise<{ provider: string; account: string }[]> =>
  query(
    organization,
    sql`select distinct provider, coalesce(billing_account_id, '') as account from load
         where organization_id = ${organization} and status = 'complete' and dataset not in ('usage', 'contract')`,
  );
