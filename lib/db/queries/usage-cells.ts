import { NO_TYPE } from '../../core/units/task-query';
import { tokenKinds } from '../../core/usage/tokens';
import { promptBands, type UsageCell } from '../../core/what-if/usage-cell';
import { join, query, raw, type Sql, sql } from '../sql';

/** What of the use is asked for; null is all of it, and `(none)` what names none. */
export interface UsageScope {
  from: string;
  to: string;
  taskType?: string | null;
  team?: string | null;
  model?: string | null;
  channel?: string | null;
  account?: string | null;
  /** The currency its bills come in, or where there is none its list prices. What has neither is in every currency. */
  paidIn?: string | null;
}

/** A condition of a scope. */
export const isAsked = (column: 'task_type' | 'team' | 'model' | 'channel' | 'account', value: string | null | undefined): Sql =>
  value === null || value === undefined
    ? raw('')
    : value === NO_TYPE
      ? sql`and ${raw(column)} is null`
      : sql`and ${raw(column)} = ${value}`;

/** Use by day and everything a price is looked up by, in every currency it is listed in. List costs are exact decimals as text. */
export async function usageCells(
  organization: number,
  { from, to, taskType, team, model, channel, account, paidIn }: UsageScope,
): Promise<UsageCell[]> {
  const prompt = raw('(input + cached_input + cache_write_5m + cache_write_1h + input_audio + input_image) / greatest(requests, 1)');
  const rows = await query<Record<string, string | null>>(
    organization,
    sql`select (hour at time zone 'UTC')::date::text as day, task_type as "taskType", channel, model, region, deployment, tier, list_currency as currency,
               width_bucket(${prompt}, array[${raw(promptBands.map((b) => b + 1).join(', '))}]::numeric[]) as band,
               sum(events)::text as events, sum(requests)::text as requests, sum(in_tasks)::text as "inTasks", sum(unpriced + partly)::text as unpriced, trim_scale(sum(list_cost))::text as list,
               ${join(tokenKinds.map((k) => raw(`sum(${k})::text as ${k}`)))}
          from usage_hourly
         where organization_id = ${organization} and hour >= ${from}::date::timestamp at time zone 'UTC' and hour < ${to}::date::timestamp at time zone 'UTC'
           ${join([isAsked('task_type', taskType), isAsked('team', team), isAsked('model', model), isAsked('channel', channel), isAsked('account', account)], ' ')}
           and (${paidIn ?? null}::text is null or coalesce(currency, list_currency, ${paidIn ?? null}) = ${paidIn ?? null})
         group by 1, 2, 3, 4, 5, 6, 7, 8, 9 order by 1`,
  );
  return rows.map(
    (r) =>
      ({
        ...{
          day: r.day,
          taskType: r.taskType,
          channel: r.channel,
          model: r.model,
          region: r.region,
          deployment: r.deployment,
          tier: r.tier,
        },
        ...{
          events: Number(r.events),
          requests: Number(r.requests),
          inTasks: Number(r.inTasks),
          unpriced: Number(r.unpriced),
          list: r.list,
          currency: r.currency,
        },
        tokens: Object.fromEntries(tokenKinds.flatMap((k) => (r[k] && r[k] !== '0' ? [[k, Number(r[k])]] : []))),
      }) as UsageCell,
  );
}
