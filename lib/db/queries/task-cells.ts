import { type TokenKind, tokenKinds } from '../../core/usage/tokens';
import { query, raw, sql } from '../sql';
import { inCurrency, type TaskSlice, taskRows } from './task-rows';

/** What the calls of a type's tasks used and cost, by model, channel and tier; only calls whose cost is known on the basis. */
export interface TaskCell {
  model: string | null;
  channel: string | null;
  region: string | null;
  deployment: string | null;
  tier: string;
  requests: string;
  amount: string;
  tokens: Partial<Record<TokenKind, string>>;
}

/** A task that goes on for longer than this begins anew. */
const LONGEST_DAYS = 31;

/** Cells of one task type in one currency. */
export const taskCells = (organization: number, slice: TaskSlice & { taskType: string | null }, currency: string): Promise<TaskCell[]> => {
  const isList = slice.basis === 'list';
  return query<TaskCell>(
    organization,
    sql`with run as (select distinct task_key, day from (${taskRows(organization, slice)}) r where ${inCurrency(currency)})
        select p.model, p.channel, p.region, p.deployment, p.tier, sum(e.requests)::text as requests,
               trim_scale(sum(${raw(isList ? 'e.list_cost' : 'c.cost')}))::text as amount,
               jsonb_strip_nulls(jsonb_build_object(${raw(tokenKinds.map((k) => `'${k}', sum(e.${k})::text`).join(', '))})) as tokens
          from run
          join usage_event e on e.organization_id = ${organization} and e.task_key = run.task_key and e.day >= run.day and e.day <= run.day + ${LONGEST_DAYS}::int
           and e.day >= ${slice.from}::date and e.day < ${slice.to}::date + ${LONGEST_DAYS}::int
          join usage_profile p on p.organization_id = e.organization_id and p.profile_key = e.profile_key
          left join usage_event_cost c on c.organization_id = e.organization_id and c.day = e.day and c.event_key = e.event_key
         where ${isList ? sql`e.list_cost is not null and e.list_currency = ${currency}` : sql`c.cost is not null and c.currency = ${currency}`}
         group by 1, 2, 3, 4, 5`,
  );
};
