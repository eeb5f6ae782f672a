import { tokenKinds } from '../../core/usage/tokens';
import type { UsageCell } from '../../core/what-if/usage-cell';
import { join, query, raw, sql } from '../sql';

/** What of the use is asked for; null is all of it. */
export interface UsageScope {
  from: string;
  to: string;
  taskType?: string | null;
  team?: string | null;
  model?: string | null;
  channel?: string | null;
  account?: string | null;
}

/** Prompts up to these sizes are summed apart, because prices change there. */
const bands = [128_000, 200_000, 272_000];

/** Use by day and everything a price is looked up by, in every currency it is listed in. List costs are exact decimals as text. */
export async function usageCells(
  organization: number,
  { from, to, taskType, team, model, channel, account }: UsageScope,
): Promise<UsageCell[]> {
  const prompt = raw('(input + cached_input + cache_write_5m + cache_write_1h + input_audio + input_image) / greatest(requests, 1)');
  const rows = await query<Record<string, string | null>>(
    organization,
    sql`select (hour at time zone 'UTC')::date::text as day, task_type as "taskType", channel, model, region, deployment, tier, list_currency as currency,
               width_bucket(${prompt}, array[${raw(bands.map((b) => b + 1).join(', '))}]::numeric[]) as band,
               sum(events)::text as events, sum(requests)::text as requests, sum(unpriced + partly)::text as unpriced, trim_scale(sum(list_cost))::text as list,
               ${join(tokenKinds.map((k) => raw(`sum(${k})::text as ${k}`)))}
          from usage_hourly
         where organization_id = ${organization} and hour >= ${from}::date::timestamp at time zone 'UTC' and hour < ${to}::date::timestamp at time zone 'UTC'
           and (${taskType ?? null}::text is null or task_type = ${taskType ?? null}) and (${team ?? null}::text is null or team = ${team ?? null})
           and (${model ?? null}::text is null or model = ${model ?? null}) and (${channel ?? null}::text is null or channel = ${channel ?? null})
           and (${account ?? null}::text is null or account = ${account ?? null})
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
        ...{ events: Number(r.events), requests: Number(r.requests), unpriced: Number(r.unpriced), list: r.list, currency: r.currency },
        tokens: Object.fromEntries(tokenKinds.flatMap((k) => (r[k] && r[k] !== '0' ? [[k, Number(r[k])]] : []))),
      }) as UsageCell,
  );
}
