import { query, raw, sql } from '../sql';

/** What events of some days name, to choose from. */
export interface UsageNames {
  taskTypes: string[];
  teams: string[];
  models: string[];
  channels: string[];
}

/** A list to choose from; whoever has more writes the name into the address. */
const MOST = 500;
const names = (column: 'task_type' | 'team' | 'model' | 'channel') =>
  raw(`coalesce((array_agg(distinct ${column} order by ${column}) filter (where ${column} is not null))[1:${MOST}], '{}')`);

export const usageNames = async (organization: number, { from, to }: { from: string; to: string }): Promise<UsageNames> => {
  const [row] = await query<UsageNames>(
    organization,
    sql`select ${names('task_type')} as "taskTypes", ${names('team')} as teams, ${names('model')} as models, ${names('channel')} as channels
          from (select distinct task_type, team, model, channel from usage_hourly
                 where organization_id = ${organization} and hour >= ${from}::date::timestamp at time zone 'UTC' and hour < ${to}::date::timestamp at time zone 'UTC') u`,
  );
  return row ?? { taskTypes: [], teams: [], models: [], channels: [] };
};
