import type { LoadSummary } from '../../core/ledger/load-summary';
import { query, sql } from '../sql';

/** Loads, newest first. */
export async function listLoads(organization: number, limit = 500): Promise<LoadSummary[]> {
  return query<LoadSummary>(
    organization,
    sql`select l.id, l.source_id as "sourceId", s.name as source, l.provider, l.format, l.dataset, l.billing_account_id as account,
               l.billing_account_name as "accountName", l.billing_period as "billingPeriod", l.from_day as from, l.to_day as to, l.rows::text as rows,
               l.totals, l.import_id as "importId", i.file_name as "fileName", l.activated_at as "activatedAt",
               case when l.status <> 'complete' then l.status
                    when l.activation is null then 'loading'
                    when l.dataset in ('usage', 'contract') then 'active'
                    when c.days is null then 'superseded'
                    when c.days = l.to_day - l.from_day and c.whole then 'active'
                    else 'partly' end as state
          from load l
          join source s on s.id = l.source_id
          join import i on i.id = l.import_id
          left join lateral (select sum(c.to_day - c.from_day) as days,
                                    bool_and((c.counts_billed or l.dataset = 'amortized') and (c.counts_effective or l.dataset = 'actual')) as whole
                               from load_claim c where c.load_id = l.id) c on true
         where l.organization_id = ${organization}
         order by l.id desc limit ${limit}`,
  );
}
