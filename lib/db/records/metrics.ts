import type pg from 'pg';
import { labelKeyOf, type MetricValue } from '../../core/units/read-metrics';
import { query, sql } from '../sql';

/** Writes values inside the caller's transaction. One of the same name, day and labels is replaced. Returns how many were new and how many changed. */
export async function writeMetrics(
  client: pg.ClientBase,
  organizationId: number,
  values: readonly MetricValue[],
): Promise<{ added: number; changed: number }> {
  const { rows } = await client.query<{ added: number; changed: number }>(
    `with said as (
       select * from unnest($2::text[], $3::date[], $4::numeric[], $5::text[], $6::jsonb[], $7::text[]) as s(name, day, value, currency, labels, label_key)),
     written as (
       insert into metric_value as m (organization_id, name, day, value, currency, labels, label_key) select $1, * from said
       on conflict (organization_id, name, day, label_key) do update set value = excluded.value, currency = excluded.currency
        where m.value <> excluded.value or m.currency is distinct from excluded.currency
       returning xmax = 0 as is_new)
     select count(*) filter (where is_new)::int as added, count(*) filter (where not is_new)::int as changed from written`,
    [
      organizationId,
      values.map((v) => v.name),
      values.map((v) => v.day),
      values.map((v) => v.value),
      values.map((v) => v.currency),
      values.map((v) => JSON.stringify(v.labels)),
      values.map((v) => labelKeyOf(v.labels)),
    ],
  );
  return rows[0] ?? { added: 0, changed: 0 };
}

export interface MetricSummary {
  name: string;
  /** Null for a count. */
  currency: string | null;
  values: number;
  firstDay: string;
  lastDay: string;
}

export const listMetrics = (organizationId: number): Promise<MetricSummary[]> =>
  query<MetricSummary>(
    organizationId,
    sql`select name, currency, count(*)::float8 as values, min(day)::text as "firstDay", max(day)::text as "lastDay"
          from metric_value where organization_id = ${organizationId} group by name, currency order by name, currency`,
  );

export interface MetricDay {
  day: string;
  currency: string | null;
  value: string;
  labels: Record<string, string>;
}

/** The values of one metric in `[from, to)`, as they were given. */
export const metricDays = (organizationId: number, name: string, { from, to }: { from: string; to: string }): Promise<MetricDay[]> =>
  query<MetricDay>(
    organizationId,
    sql`select day::text, currency, trim_scale(value)::text as value, labels
          from metric_value where organization_id = ${organizationId} and name = ${name} and day >= ${from}::date and day < ${to}::date order by day, label_key`,
  );

/** A metric summed by one of its labels and by currency. */
export const metricByLabel = (
  organizationId: number,
  name: string,
  label: string,
  { from, to }: { from: string; to: string },
): Promise<{ label: string; currency: string | null; value: string }[]> =>
  query(
    organizationId,
    sql`select labels ->> ${label}::text as label, currency, trim_scale(sum(value))::text as value
          from metric_value where organization_id = ${organizationId} and name = ${name} and day >= ${from}::date and day < ${to}::date
           and labels ? ${label}::text group by 1, 2`,
  );
