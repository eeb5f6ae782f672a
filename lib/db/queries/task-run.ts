import { type TokenKind, tokenKinds } from '../../core/usage/tokens';
import { query, raw, sql } from '../sql';

export interface TaskRunRow {
  taskKey: string;
  taskId: string;
  day: string;
  startedAt: string;
  endedAt: string;
  taskType: string | null;
  customer: string | null;
  user: string | null;
  agent: string | null;
  feature: string | null;
  team: string | null;
  model: string | null;
  channel: string | null;
  succeeded: boolean | null;
  events: number;
  requests: number;
  failed: number;
  unpriced: number;
  tokens: string;
  growingCalls: number;
  listCost: string | null;
  listCurrency: string | null;
  cost: string | null;
  currency: string | null;
}

/** A call of a task. There is no prompt and no answer: they never come in. */
export interface TaskEvent {
  key: string;
  id: string;
  at: string;
  source: string;
  operation: string | null;
  model: string | null;
  channel: string | null;
  region: string | null;
  tier: string;
  agent: string | null;
  succeeded: boolean | null;
  durationMs: number | null;
  requests: number;
  tokens: Partial<Record<TokenKind, string>>;
  listCost: string | null;
  listCurrency: string | null;
  /** 0 not priced, 1 partly, 2 priced. */
  priceState: number;
  cost: string | null;
  currency: string | null;
  flags: string[] | null;
}

const iso = (column: string) => raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** A task, a row for each currency it is paid in. Empty: there is none of that key. */
export const taskRun = (organization: number, key: string): Promise<TaskRunRow[]> =>
  query<TaskRunRow>(
    organization,
    sql`select task_key as "taskKey", task_id as "taskId", day::text, ${iso('started_at')} as "startedAt", ${iso('ended_at')} as "endedAt", task_type as "taskType",
               customer, user_name as "user", agent, feature, team, model, channel, succeeded, events::float8 as events, requests::float8 as requests,
               failed::float8 as failed, unpriced::float8 as unpriced, tokens::text as tokens, growing_calls as "growingCalls", trim_scale(list_cost)::text as "listCost",
               list_currency as "listCurrency", trim_scale(cost)::text as cost, currency
          from task_run where organization_id = ${organization} and task_key = ${key}::uuid order by day, currency nulls last`,
  );

/** The calls of a task in the order in which they began; `most` of them. */
export const taskEvents = (
  organization: number,
  run: Pick<TaskRunRow, 'taskKey' | 'startedAt' | 'endedAt'>,
  most: number,
): Promise<TaskEvent[]> =>
  query<TaskEvent>(
    organization,
    sql`select e.event_key as key, e.event_id as id, ${iso('e.at')} as at, p.source, p.operation, p.model, p.channel, p.region, p.tier, p.agent,
               e.outcome as succeeded, e.duration_ms::float8 as "durationMs", e.requests::float8 as requests,
               jsonb_strip_nulls(jsonb_build_object(${raw(tokenKinds.map((k) => `'${k}', e.${k}::text`).join(', '))})) as tokens,
               trim_scale(e.list_cost)::text as "listCost", e.list_currency as "listCurrency", e.price_state::int as "priceState", trim_scale(c.cost)::text as cost, c.currency, e.flags
          from usage_event e
          join usage_profile p on p.organization_id = e.organization_id and p.profile_key = e.profile_key
          left join usage_event_cost c on c.organization_id = e.organization_id and c.day = e.day and c.event_key = e.event_key
         where e.organization_id = ${organization} and e.task_key = ${run.taskKey}::uuid and e.day >= ${run.startedAt.slice(0, 10)}::date
           and e.day <= ${run.endedAt.slice(0, 10)}::date
         order by e.at, e.event_key limit ${most}::int`,
  );
