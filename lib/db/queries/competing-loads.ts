import type { ReplacedLoad } from '../../core/imports/result';
import { query, sql } from '../sql';

/** Loads that count now and speak for the same provider, account and days as a file that is about to be loaded. */
export function competingLoads(
  organization: number,
  { providers, accounts, from, to, dataset }: { providers: string[]; accounts: string[]; from: string; to: string; dataset: string },
): Promise<ReplacedLoad[]> {
  const sameKind = dataset === 'amortized' ? ['amortized'] : dataset === 'usage' ? ['usage'] : ['cost', 'actual'];
  return query<ReplacedLoad>(
    organization,
    sql`select l.id, s.name as source, l.provider, l.billing_account_id as account, l.billing_period as "billingPeriod", l.rows::text as rows, l.totals, l.activated_at as "activatedAt"
          from load l join source s on s.id = l.source_id
         where l.organization_id = ${organization} and l.provider = any(${providers}) and l.dataset = any(${sameKind}) and l.status = 'complete'
           and (l.billing_account_id = any(${accounts}) or l.billing_account_id is null or cardinality(${accounts}::text[]) = 0)
           and l.from_day < ${to}::date and l.to_day > ${from}::date
           and (l.dataset = 'usage' or exists (select 1 from load_claim c where c.load_id = l.id))
         order by l.billing_period, l.id`,
  );
}
