import type { TaskGroup } from '../../core/units/task-query';
import { query, raw, sql } from '../sql';
import { type TaskSlice, taskRows } from './task-rows';

/** What tasks of one group came to in one currency. Exact decimals as text; null is not known, never zero. */
export interface TaskGroupRow {
  group: string | null;
  /** Null: nothing of it has a price. */
  currency: string | null;
  tasks: number;
  succeeded: number;
  /** Those of which somebody said how they ended. */
  reported: number;
  events: number;
  requests: number;
  failed: number;
  /** Events without a list price, or with part of one. */
  unpricedEvents: number;
  /** Events of tasks of which no bill says anything. */
  unbilledEvents: number;
  tokens: string;
  listCost: string | null;
  /** That of the row, or another where the invoice is in one and the price book in another. */
  listCurrency: string | null;
  invoiceCost: string | null;
  /** Of tasks that failed, on the basis asked. */
  failedCost: string | null;
  /** Of failed calls in tasks that did not fail; known on the invoice only. */
  retryCost: string | null;
  p50: string | null;
  p95: string | null;
  mainModel: string | null;
}

/**
 * Tasks that began in `[from, to)` by group and currency, or all of them together. What has no price is counted with its group's one currency, and by
 * itself where there are several. The percentiles are costs of real tasks on the basis asked.
 */
export const tasksByGroup = (organization: number, slice: TaskSlice, groupBy: TaskGroup | null): Promise<TaskGroupRow[]> => {
  const group = raw(groupBy === null ? 'null::text' : groupBy);
  return query<TaskGroupRow>(
    organization,
    sql`with run as (${taskRows(organization, slice)}),
        own as (
          select ${group} as grp, task_key, succeeded, events, requests, failed, unpriced, tokens, list_cost, list_currency, cost, currency, failed_cost, model, ccy, amount
            from run),
        single as (select grp, min(ccy) as ccy from own group by grp having min(ccy) = max(ccy)),
        placed as (
          select own.*, coalesce(own.ccy, single.ccy) as place from own left join single on coalesce(single.grp, ${NOBODY}) = coalesce(own.grp, ${NOBODY}))
        select grp as "group", place as currency, count(distinct task_key)::float8 as tasks, count(distinct task_key) filter (where succeeded)::float8 as succeeded,
               count(distinct task_key) filter (where succeeded is not null)::float8 as reported, sum(events)::float8 as events, sum(requests)::float8 as requests,
               sum(failed)::float8 as failed, sum(unpriced)::float8 as "unpricedEvents", coalesce(sum(events) filter (where cost is null), 0)::float8 as "unbilledEvents",
               sum(tokens)::text as tokens, trim_scale(coalesce(sum(list_cost) filter (where list_currency = place), case when min(list_currency) = max(list_currency) then sum(list_cost) end))::text as "listCost",
               case when bool_or(list_currency = place) then place when min(list_currency) = max(list_currency) then min(list_currency) end as "listCurrency",
               trim_scale(sum(cost) filter (where currency = place))::text as "invoiceCost",
               trim_scale(case when bool_or(succeeded is not null) then coalesce(sum(amount) filter (where succeeded is false), 0) end)::text as "failedCost",
               trim_scale(sum(failed_cost) filter (where succeeded is not false and currency = place))::text as "retryCost",
               trim_scale(percentile_disc(0.5) within group (order by amount))::text as p50, trim_scale(percentile_disc(0.95) within group (order by amount))::text as p95,
               mode() within group (order by model collate "C") as "mainModel"
          from placed group by grp, place order by sum(amount) desc nulls last, sum(list_cost) desc nulls last, grp, place`,
  );
};

/** Stands for no name while rows are matched; text from outside never begins with this character. */
const NOBODY = '\u0001';
