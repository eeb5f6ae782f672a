import { query, sql } from '../sql';

export interface UnitCost {
  taskType: string;
  currency: string;
  tasks: number;
  cost: string;
}

/** What the tasks of each type cost on the invoice over `[from, to)`, in each currency. */
export const unitCosts = (organization: number, { from, to }: { from: string; to: string }): Promise<UnitCost[]> =>
  query<UnitCost>(
    organization,
    sql`select task_type as "taskType", currency, count(distinct task_key)::int as tasks, trim_scale(sum(cost))::text as cost from task_run
         where organization_id = ${organization} and day >= ${from}::date and day < ${to}::date and task_type is not null and cost is not null and currency is not null
         group by 1, 2`,
  );

/** The day after the newest one on which something was used and billed; null before the first. */
export async function calibratedTo(organization: number): Promise<string | null> {
  const [row] = await query<{ day: string | null }>(
    organization,
    sql`select (max(day) + 1)::text as day from usage_attribution where organization_id = ${organization}`,
  );
  return row?.day ?? null;
}

export interface PlaceSince {
  provider: string;
  account: string | null;
  accountName: string | null;
  model: string | null;
  currency: string;
  since: string;
}

/** The first day of each account and model among the AI charges of the bills, as far as they reach back. */
export const placesSince = (organization: number): Promise<PlaceSince[]> =>
  query<PlaceSince>(
    organization,
    sql`select m.provider, m.account, max(m.account_name) as "accountName", m.model, m.currency, min(m.day)::text as since
          from load_claim c join model_cost_daily m on m.organization_id = c.organization_id and m.load_id = c.load_id and m.day >= c.from_day and m.day < c.to_day
         where c.organization_id = ${organization} and c.counts_effective group by m.provider, m.account, m.model, m.currency`,
  );
