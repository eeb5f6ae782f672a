import type pg from 'pg';
import { calibrate, type InvoiceLine, type UsageGroup } from '../../core/units/calibrate';
import { tokenKinds } from '../../core/usage/tokens';
import { inTransaction, pool, withOrganization } from '../sql';
import { eventPartition } from './events';

/** Days that changed since they were summed, the oldest first. */
export async function dirtyDays(organization: number): Promise<string[]> {
  const rows = await withOrganization(organization, (c) =>
    c.query<{ day: string }>('select day::text from usage_dirty where organization_id = $1 order by day', [organization]),
  );
  return rows.rows.map((r) => r.day);
}

/** Those that have days to sum. */
export const dirtyOrganizations = async (): Promise<number[]> =>
  (await pool().query<{ id: number }>('select distinct organization_id as id from usage_dirty order by 1')).rows.map((r) => r.id);

/** Days of these loads' months on which something was used have to be calibrated anew; inside the transaction in which the loads begin or cease to count. */
export const markLoadsDirty = (client: pg.ClientBase, organization: number, loads: readonly number[]) =>
  client.query(
    `insert into usage_dirty (organization_id, day)
     select distinct $1::int, (h.hour at time zone 'UTC')::date from usage_hourly h join load l on l.organization_id = $1 and l.id = any($2)
        and h.hour >= least(l.from_day, l.billing_period)::timestamp at time zone 'UTC'
        and h.hour < greatest(l.to_day, (l.billing_period + interval '1 month')::date)::timestamp at time zone 'UTC'
      where h.organization_id = $1 order by 2
     on conflict (organization_id, day) do update set since = now()`,
    [organization, loads],
  );

/** A day that cannot be summed, for what is in it; the others are. */
export interface UnsummedDay {
  day: string;
  error: Error;
}

/**
 * Sums days anew from their events and bills: what each event cost on the invoice, the hours, the tasks. A day is summed whole or not at all, and
 * always from the events themselves, so nothing can drift. While the tasks of one day are put together the next is calibrated. Returns the days whose
 * figures PostgreSQL refuses to add up; they stay marked, and keep no other from being summed.
 */
export async function sumDays(organization: number, days: readonly string[]): Promise<UnsummedDay[]> {
  const unsummed: UnsummedDay[] = [];
  const unlessRefused = (day: string) => (e: unknown) => {
    if (!(e instanceof Error && DATA_EXCEPTION.test((e as { code?: string }).code ?? ''))) throw e;
    unsummed.push({ day, error: e });
    return null;
  };
  let tasks: Promise<unknown> = Promise.resolve();
  for (const day of days) {
    const since = await sumUse(organization, day).catch(unlessRefused(day));
    await tasks;
    if (since === null) continue; // another process was faster, or it cannot be
    tasks = sumTasksOf(organization, day, since).catch(unlessRefused(day));
    tasks.catch(() => {}); // it is waited for in the next round or behind the last
  }
  await tasks;
  return unsummed;
}

/** SQLSTATE class 22: a value that is out of range, or none at all. */
const DATA_EXCEPTION = /^22/;

/** Costs and hours of a day. Returns since when it had been waiting, or null where it no longer is. */
const sumUse = (organization: number, day: string): Promise<string | null> =>
  inTransaction(organization, async (client) => {
    await client.query('select pg_advisory_xact_lock($1, $2)', [USE_LOCK, organization]);
    const { rows } = await client.query<{ since: string }>('select since::text from usage_dirty where organization_id = $1 and day = $2', [
      organization,
      day,
    ]);
    if (!rows[0]) return null;
    if (!(await hasEvents(client, day))) {
      await client.query('delete from usage_dirty where organization_id = $1 and day = $2', [organization, day]);
      return null;
    }
    await calibrateDay(client, organization, day);
    await sumHours(client, organization, day);
    return rows[0].since;
  });

/** Events that retention has taken away leave their sums as they were. */
const hasEvents = async (client: pg.ClientBase, day: string): Promise<boolean> =>
  (await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [eventPartition(day)])).rows[0]?.found === true;

const sumTasksOf = (organization: number, day: string, since: string): Promise<void> =>
  inTransaction(organization, async (client) => {
    await client.query('select pg_advisory_xact_lock($1, $2)', [TASKS_LOCK, organization]);
    await sumTasks(client, organization, day);
    await client.query('delete from usage_dirty where organization_id = $1 and day = $2 and since = $3::timestamptz', [
      organization,
      day,
      since,
    ]);
  });

/** The fields that decide which bill an event is on, in one text. */
const groupKey = `concat_ws(E'\\x1f', coalesce(p.channel, ''), coalesce(p.account, ''), coalesce(p.model, ''), p.tier)`;
const kindRows = `(values ${tokenKinds.map((k) => `('${k}', e.${k})`).join(', ')}, ('requests', e.requests)) as k(kind, n)`;

async function calibrateDay(client: pg.ClientBase, organization: number, day: string): Promise<void> {
  const of = [organization, day];
  await client.query('delete from usage_event_cost where organization_id = $1 and day = $2', of);
  await client.query('delete from usage_attribution where organization_id = $1 and day = $2', of);
  const { rows: groups } = await client.query<Record<string, string | null>>(
    `select ${groupKey} as key, p.channel, p.account, p.model, p.tier, sum(e.requests)::text as requests,
            bit_or(1 << extract(hour from e.at at time zone 'UTC')::int)::text as hours, ${tokenKinds.map((k) => `sum(e.${k})::text as ${k}`).join(', ')}
       from usage_event e join usage_profile p on p.organization_id = e.organization_id and p.profile_key = e.profile_key
      where e.organization_id = $1 and e.day = $2 and p.channel is not null group by 1, 2, 3, 4, 5`,
    of,
  );
  const { rows: lines } = await client.query<InvoiceLine>(
    `select m.provider, m.account, m.account_name as "accountName", m.resource, m.model, m.token_type as "tokenType", m.cache_ttl as "cacheTtl", m.modality, m.tier,
            m.currency, trim_scale(sum(m.effective_cost))::text as cost,
            trim_scale(round(sum(m.quantity) filter (where m.provider = 'self-hosted' and m.unit = 'GPU-Hours'), 12))::text as "gpuHours"
       from load_claim c join model_cost_daily m on m.organization_id = c.organization_id and m.load_id = c.load_id and m.day >= c.from_day and m.day < c.to_day
      where c.organization_id = $1 and c.counts_effective and m.day = $2
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(m.effective_cost) <> 0 order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
    of,
  );
  if (groups.length === 0 || lines.length === 0) return;
  const { scale, costs, attributions } = calibrate(lines, groups.map(usageGroup));
  if (costs.length) await spreadOverEvents(client, organization, day, scale, costs);
  const text = (pick: (l: InvoiceLine) => string | null) => attributions.map((a) => pick(lines[a.line] as InvoiceLine));
  await client.query(
    `insert into usage_attribution (organization_id, day, provider, account, resource, model, token_type, tier, currency, attributed, idle, matched_by)
     select $1, $2, * from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::numeric[], $11::numeric[], $12::text[])`,
    [
      ...of,
      text((l) => l.provider),
      text((l) => l.account),
      text((l) => l.resource),
      text((l) => l.model),
      text((l) => l.tokenType),
      text((l) => l.tier),
      text((l) => l.currency),
      attributions.map((a) => a.attributed),
      attributions.map((a) => a.idle),
      attributions.map((a) => a.matchedBy),
    ],
  );
}

const usageGroup = (g: Record<string, string | null>): UsageGroup => ({
  key: g.key ?? '',
  channel: g.channel ?? null,
  account: g.account ?? null,
  model: g.model ?? null,
  tier: g.tier ?? 'standard',
  requests: BigInt(g.requests ?? 0),
  hours: Number(g.hours ?? 0),
  tokens: Object.fromEntries(tokenKinds.flatMap((k) => (g[k] ? [[k, BigInt(g[k])]] : []))),
});

/** Whole numbers by largest remainder, as lib/core/units/spread.ts does it, where the events are. */
async function spreadOverEvents(
  client: pg.ClientBase,
  organization: number,
  day: string,
  scale: number,
  costs: ReturnType<typeof calibrate>['costs'],
): Promise<void> {
  await client.query(
    `with share as (select * from unnest($3::text[], $4::text[], $5::text[], $6::numeric[]) as s(key, kind, currency, amount)),
     used as (
       select e.event_key, s.key, s.kind, s.currency, s.amount, abs(s.amount) * k.n as wanted, sum(k.n) over (partition by s.key, s.kind) as whole
         from usage_event e
         join usage_profile p on p.organization_id = e.organization_id and p.profile_key = e.profile_key
        cross join lateral ${kindRows}
         join share s on s.key = ${groupKey} and s.kind = k.kind
        where e.organization_id = $1 and e.day = $2 and k.n > 0),
     floored as (select event_key, key, kind, currency, amount, div(wanted, whole) as units, mod(wanted, whole) as rest from used),
     ranked as (
       select *, abs(amount) - sum(units) over (partition by key, kind) as missing, row_number() over (partition by key, kind order by rest desc, event_key) as place from floored)
     insert into usage_event_cost (organization_id, day, event_key, cost, currency)
     select $1, $2, event_key, trim_scale(sum(sign(amount) * (units + case when place <= missing then 1 else 0 end)) * ('1e-' || $7::int)::numeric), min(currency)
       from ranked group by event_key`,
    [
      organization,
      day,
      costs.map((c) => c.group),
      costs.map((c) => c.kind),
      costs.map((c) => c.currency),
      costs.map((c) => c.amount.toString()),
      scale,
    ],
  );
}

async function sumHours(client: pg.ClientBase, organization: number, day: string): Promise<void> {
  const of = [organization, day];
  await client.query(
    `delete from usage_hourly where organization_id = $1 and hour >= $2::date::timestamp at time zone 'UTC' and hour < ($2::date + 1)::timestamp at time zone 'UTC'`,
    of,
  );
  const slice = ['source', 'channel', 'vendor', 'model', 'region', 'deployment', 'tier', 'account', 'task_type', 'feature', 'team'];
  await client.query(
    // a profile's place among the slices of the day is a number, which is far quicker to group by than eleven texts
    `with profile as materialized (
       select profile_key, ${slice.join(', ')}, dense_rank() over (order by ${slice.join(', ')}) as slice from usage_profile
        where organization_id = $1 and profile_key in (select profile_key from usage_event where organization_id = $1 and day = $2)),
     slice as materialized (select distinct slice, ${slice.join(', ')} from profile),
     summed as materialized (
       select date_trunc('hour', e.at at time zone 'UTC') at time zone 'UTC' as hour, p.slice, e.list_currency, c.currency, count(*) as events, sum(e.requests) as requests,
              count(*) filter (where e.outcome is false) as failed, count(*) filter (where e.flags is not null) as flagged,
              count(*) filter (where e.price_state = 0) as unpriced, count(*) filter (where e.price_state = 1) as partly, count(e.task_key) as in_tasks,
              ${tokenKinds.map((k) => `coalesce(sum(e.${k}), 0) as ${k}`).join(', ')}, sum(e.estimate) as estimate, sum(e.list_cost) as list_cost, sum(c.cost) as cost,
              sum(c.cost) filter (where e.outcome is false) as failed_cost, sum(c.cost) filter (where e.task_key is not null) as task_cost
         from usage_event e join profile p on p.profile_key = e.profile_key
         left join usage_event_cost c on c.organization_id = e.organization_id and c.day = e.day and c.event_key = e.event_key
        where e.organization_id = $1 and e.day = $2 group by 1, 2, 3, 4)
     insert into usage_hourly (organization_id, hour, ${slice.join(', ')}, list_currency, currency, events, requests, failed, flagged, unpriced, partly, in_tasks,
                               ${tokenKinds.join(', ')}, estimate, list_cost, cost, failed_cost, task_cost)
     select $1, hour, ${slice.map((c) => `s.${c}`).join(', ')}, list_currency, currency, events, requests, failed, flagged, unpriced, partly, in_tasks,
            ${tokenKinds.join(', ')}, estimate, list_cost, cost, failed_cost, task_cost
       from summed join slice s using (slice)`,
    of,
  );
}

/** A task that goes on for longer begins anew. */
const TASK_DAYS = 31;
const prompt = `(${['input', 'cached_input', 'cache_write_5m', 'cache_write_1h', 'input_audio', 'input_image'].map((k) => `coalesce(e.${k}, 0)`).join(' + ')})`;

async function sumTasks(client: pg.ClientBase, organization: number, day: string): Promise<void> {
  const of = [organization, day];
  await client.query('drop table if exists touched_task');
  await client.query(
    `create temp table touched_task on commit drop as
     select u.task_key, least($2::date, min(r.day)) as from_day, greatest($2::date, max((r.ended_at at time zone 'UTC')::date)) as to_day
       from (select distinct task_key from usage_event where organization_id = $1 and day = $2 and task_key is not null) u
       left join task_run r on r.organization_id = $1 and r.task_key = u.task_key and r.day between $2::date - ${TASK_DAYS} and $2::date + ${TASK_DAYS}
      group by u.task_key`,
    of,
  );
  await client.query('analyze touched_task'); // the planner knows nothing of a table made a moment ago
  await client.query(
    'delete from task_run r using touched_task t where r.organization_id = $1 and r.task_key = t.task_key and r.day between t.from_day and t.to_day',
    [organization],
  );
  const { rows } = await client.query<{ from: string | null; to: string }>(
    'select min(from_day)::text as "from", max(to_day)::text as "to" from touched_task',
  );
  if (!rows[0]?.from) return;
  await client.query(
    `with used as (
       select e.*, p.task_type, p.customer, p.user_name, p.agent, p.feature, p.team, p.model, p.channel, c.cost, c.currency, ${prompt} as prompt,
              ${tokenKinds.map((k) => `coalesce(e.${k}, 0)`).join(' + ')} as tokens,
              lag(${prompt}) over (partition by e.task_key order by e.at, e.event_key) as prompt_before
         from usage_event e join touched_task t on t.task_key = e.task_key and e.day between t.from_day and t.to_day
         join usage_profile p on p.organization_id = e.organization_id and p.profile_key = e.profile_key
         left join usage_event_cost c on c.organization_id = e.organization_id and c.day = e.day and c.event_key = e.event_key
        where e.organization_id = $1 and e.day between $2::date and $3::date),
     money as (
       select task_key, mode() within group (order by currency) as paid_in, mode() within group (order by list_currency) as listed_in from used group by 1)
     insert into task_run (organization_id, task_key, task_id, day, started_at, ended_at, task_type, customer, user_name, agent, feature, team, model, channel, succeeded,
                           events, requests, failed, unpriced, tokens, largest_prompt, smallest_prompt, growing_calls, list_cost, list_currency, cost, currency, failed_cost)
     select $1, task_key, min(task_id), min(day), min(at), max(at + make_interval(secs => coalesce(duration_ms, 0) / 1000.0)),
            (array_agg(task_type order by at, event_key) filter (where task_type is not null))[1], min(customer), min(user_name), min(agent),
            min(feature), min(team), (array_agg(model order by tokens desc, event_key))[1],
            (array_agg(channel order by tokens desc, event_key))[1],
            case max(success) when 'any' then bool_or(outcome) when 'no-failure' then bool_and(coalesce(outcome, true))
              else (array_agg(outcome order by at desc, event_key) filter (where outcome is not null))[1] end,
            count(*), sum(requests), count(*) filter (where outcome is false), count(*) filter (where price_state <> 2 or list_currency <> listed_in), sum(tokens), max(prompt),
            min(prompt), count(*) filter (where prompt > prompt_before), sum(list_cost) filter (where list_currency = listed_in), min(listed_in), sum(cost),
            coalesce(currency, paid_in), sum(cost) filter (where outcome is false)
       from used join money using (task_key)
       left join (select definition ->> 'taskType' as ruled, min(definition ->> 'success') as success from task_rule where organization_id = $1 group by 1) r on r.ruled = task_type
      group by task_key, coalesce(currency, paid_in)`,
    [organization, rows[0].from, rows[0].to],
  );
}

const USE_LOCK = 7_305;
const TASKS_LOCK = 7_306;
