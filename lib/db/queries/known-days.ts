import { query, sql } from '../sql';

/**
 * The first day that any load speaks for; before it nothing is known, which is not the same as nothing spent. An export of a billing period
 * speaks for it from its first day, whenever the first charge was.
 */
export async function firstClaimedDay(organization: number): Promise<string | null> {
  const rows = await query<{ day: string | null }>(
    organization,
    sql`select min(case when l.replaces = 'period' and c.from_day = l.from_day then least(l.billing_period, c.from_day) else c.from_day end)::text as day
          from load_claim c join load l on l.id = c.load_id where c.organization_id = ${organization}`,
  );
  return rows[0]?.day ?? null;
}

/** The day after the newest complete one of any bill; null while there is none. What OpenAI says of usage comes sooner than its costs and does not count. */
export async function dayAfterNewest(organization: number): Promise<string | null> {
  const rows = await query<{ day: string | null }>(
    organization,
    sql`select max(case when l.dataset = 'usage' then l.to_day else c.to_day end)::text as day
          from source s join load l on l.source_id = s.id and l.status = 'complete' and l.organization_id = ${organization}
          left join load_claim c on c.load_id = l.id
         where s.organization_id = ${organization} and s.format <> 'openai-usage'`,
  );
  return rows[0]?.day ?? null;
}
