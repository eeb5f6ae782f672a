import { query, raw, sql } from '../sql';

/** What a price is looked up by, as events say it. */
export interface ModelInUse {
  channel: string;
  model: string;
  region: string | null;
  deployment: string | null;
  tier: string;
}

/** The models that were called over `[from, to)` with where they were bought, the most called first. `taskType`, `team`: as in a slice of tasks. */
export const modelsInUse = (
  organization: number,
  { from, to, taskType, team }: { from: string; to: string; taskType?: string | null; team?: string | null },
  most: number,
): Promise<ModelInUse[]> =>
  query<ModelInUse>(
    organization,
    sql`select channel, model, region, deployment, tier from usage_hourly
         where organization_id = ${organization} and channel is not null and model is not null
           and hour >= ${from}::date::timestamp at time zone 'UTC' and hour < ${to}::date::timestamp at time zone 'UTC'
           ${taskType === undefined ? raw('') : sql`and task_type is not distinct from ${taskType}::text`}
           ${team === undefined ? raw('') : sql`and team is not distinct from ${team}::text`}
         group by 1, 2, 3, 4, 5 order by sum(requests) desc, 1, 2, 3, 4, 5 limit ${most}`,
  );
