import { addMonths, type Day, monthStart } from '../../core/time/days';
import { query, raw, type Sql, sql } from '../sql';
import { allocationOn, allocationVersion } from './allocations';

/** A dimension as figures are asked by it. */
export interface AskedDimension {
  key: string;
  /** No rules are written: the team that the tags name stands in for them. */
  isBuiltIn: boolean;
  /** Days on which its rules begin or end. */
  turns: readonly Day[];
}

export interface AskedCosts {
  dimension: AskedDimension;
  from: Day;
  to: Day;
  basis: 'effective' | 'billed';
}

const measures = {
  effective: { counts: raw('c.counts_effective'), cost: raw('x.effective_cost') },
  billed: { counts: raw('c.counts_billed'), cost: raw('x.billed_cost') },
} as const;

/** Stretches of days in which nothing turns: months, and the days on which a rule begins or ends. */
export const stretches = ({ from, to, dimension }: Pick<AskedCosts, 'from' | 'to' | 'dimension'>): Day[] => {
  const days = new Set([from, ...dimension.turns.filter((d) => d > from && d < to)]);
  for (let month = addMonths(monthStart(from), 1); month < to; month = addMonths(month, 1)) days.add(month);
  return [...days].sort();
};

/** Loads that count in these days, with the days for which they do. They are asked for first, so that what follows is planned with their number. */
const claimsIn = (organization: number, { from, to, basis }: AskedCosts) =>
  query<{ load: number; period: string; start: string; end: string }>(
    organization,
    sql`select c.load_id as load, l.billing_period as period, greatest(c.from_day, ${from}::date)::text as start, least(c.to_day, ${to}::date)::text as end
          from load_claim c join load l on l.id = c.load_id
         where c.organization_id = ${organization} and ${measures[basis].counts} and c.from_day < ${to}::date and c.to_day > ${from}::date`,
  );

/** ` with spent as (…)`: what each profile came to in each stretch. The wide profile is joined once for each of these and not for each charge. */
async function spent(organization: number, ask: AskedCosts): Promise<Sql> {
  const claims = await claimsIn(organization, ask);
  const midnight = (day: Day) => `${day}T00:00:00Z`;
  return sql`with spent as materialized (
    select x.profile_key, width_bucket(x.charge_period_start, ${stretches(ask).map(midnight)}::timestamptz[]) as stretch,
           sum(${measures[ask.basis].cost}) as amount, sum(x.consumed_quantity) as quantity, count(*) as charges, max(x.charge_period_start) as latest
      from unnest(${claims.map((c) => c.load)}::int[], ${claims.map((c) => midnight(c.start))}::timestamptz[], ${claims.map((c) => midnight(c.end))}::timestamptz[])
             as c(load_id, start_at, end_at)
      join charge x on x.load_id = c.load_id and x.charge_period_start >= c.start_at and x.charge_period_start < c.end_at
     where x.organization_id = ${organization} and x.billing_period = any(${[...new Set(claims.map((c) => c.period))]}::date[])
     group by 1, 2)`;
}

/** ` from spent … left join …`: with the value and the rule that apply, as `a.value` and `a.rule_id`. */
const joined = (organization: number, ask: AskedCosts): Sql => {
  const starts = stretches(ask);
  const profiles = sql`from spent s join charge_profile p on p.organization_id = ${organization} and p.profile_key = s.profile_key`;
  return ask.dimension.isBuiltIn
    ? sql`${profiles} cross join lateral (select p.x_team as value, 0 as rule_id) a`
    : sql`${profiles} left join lateral (${allocationOn(organization, ask.dimension.key, sql`s.profile_key`, sql`(${starts}::date[])[s.stretch]`)}) a on true`;
};

export interface AllocatedCost {
  month: string;
  value: string | null;
  /** 0 where the built-in reading of tags decided, null where nothing did. */
  rule: number | null;
  currency: string;
  amount: string;
  /** Part of the amount: charges of the category Credit. */
  credits: string;
  tokens: string;
  charges: number;
  latest: string;
}

/** What every value of a dimension came to, by month, rule and currency; a month in which a rule begins or ends has rows for each part of it. What nothing allocates is a row like the others. */
export const allocatedCosts = (organization: number, ask: AskedCosts): Promise<AllocatedCost[]> =>
  keptAnswer(organization, ask, 'allocated', () => askAllocatedCosts(organization, ask));

const answers = new Map<string, Promise<unknown>>();
const mostAnswers = 60;

/** Loads never change, so an answer holds for as long as the same loads count and the same allocation is in force. `kind` says what the answer is. */
export async function keptAnswer<T>(organization: number, ask: AskedCosts, kind: string, work: () => Promise<T>): Promise<T> {
  const [claims, version] = await Promise.all([claimsIn(organization, ask), allocationVersion(organization)]);
  const key = JSON.stringify([organization, kind, ask, claims, version]);
  const known = answers.get(key);
  if (known) return known as Promise<T>;
  const asked = work();
  if (answers.size >= mostAnswers) answers.delete([...answers.keys()][0] ?? '');
  answers.set(key, asked);
  asked.catch(() => answers.delete(key));
  return asked;
}

async function askAllocatedCosts(organization: number, ask: AskedCosts): Promise<AllocatedCost[]> {
  const rows = await query<Omit<AllocatedCost, 'charges' | 'month'> & { charges: string; stretch: number }>(
    organization,
    sql`${await spent(organization, ask)}
        select s.stretch, a.value, a.rule_id as rule, coalesce(p.billing_currency, '-') as currency,
               coalesce(sum(s.amount), 0)::text as amount,
               coalesce(sum(s.amount) filter (where p.charge_category = 'Credit'), 0)::text as credits,
               coalesce(sum(s.quantity * p.x_tokens_per_unit), 0)::text as tokens, sum(s.charges)::text as charges,
               (max(s.latest) at time zone 'UTC')::date::text as latest
          ${joined(organization, ask)}
         group by 1, 2, 3, 4`,
  );
  const starts = stretches(ask);
  const key = (r: AllocatedCost) => [r.month, r.value ?? '\u{10ffff}', r.currency, r.rule].join('\u0000');
  return rows
    .map(({ stretch, ...r }) => ({ ...r, month: (starts[stretch - 1] ?? ask.from).slice(0, 7), charges: Number(r.charges) }))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

export interface ProfileCost {
  profile: string;
  /** Index of the stretch of days, beginning with 0. */
  stretch: number;
  /** What applies today. */
  value: string | null;
  currency: string;
  amount: string;
  charges: number;
}

/** The same by profile, for what rules would do that are not saved. */
export async function profileCosts(organization: number, ask: AskedCosts): Promise<ProfileCost[]> {
  const rows = await query<Omit<ProfileCost, 'charges'> & { charges: string }>(
    organization,
    sql`${await spent(organization, ask)}
        select s.profile_key as profile, s.stretch - 1 as stretch, a.value, coalesce(p.billing_currency, '-') as currency,
               coalesce(s.amount, 0)::text as amount, s.charges::text as charges ${joined(organization, ask)}`,
  );
  return rows.map((r) => ({ ...r, charges: Number(r.charges) }));
}

export interface OwnerlessCost {
  provider: string;
  account: string | null;
  accountName: string | null;
  /** The account is one below a billing account. */
  isSubAccount: boolean;
  /** Its service, or what else it was asked by. */
  part: string | null;
  /** AI is among it. */
  isAi: boolean;
  /** As delivered; null where a value applies. */
  tags: string | null;
  value: string | null;
  currency: string;
  amount: string;
  charges: number;
}

/** What nothing allocates, by account, one column of our own catalogue and tags, and beside it what the same accounts are allocated to. */
export async function ownerlessCosts(organization: number, ask: AskedCosts, column: string): Promise<OwnerlessCost[]> {
  const part = raw(`p.${column}`);
  const rows = await query<Omit<OwnerlessCost, 'charges'> & { charges: string }>(
    organization,
    sql`${await spent(organization, ask)}
        select p.x_provider as provider, coalesce(p.sub_account_id, p.billing_account_id) as account,
               max(case when p.sub_account_id is null then p.billing_account_name else p.sub_account_name end) as "accountName",
               p.sub_account_id is not null as "isSubAccount", case when a.value is null then ${part} end as part,
               case when a.value is null then p.tags end as tags, a.value, bool_or(p.x_is_ai) as "isAi", coalesce(p.billing_currency, '-') as currency, coalesce(sum(s.amount), 0)::text as amount, sum(s.charges)::text as charges
          ${joined(organization, ask)}
         group by 1, 2, 4, 5, 6, 7, 9`,
  );
  return rows.map((r) => ({ ...r, charges: Number(r.charges) }));
}

export interface TextCost {
  text: string;
  currency: string;
  amount: string;
  charges: number;
}

/** What everything came to by the text of one column of its profile, where there is any. The column is one of our own catalogue. */
export async function textCosts(organization: number, ask: AskedCosts, column: string): Promise<TextCost[]> {
  const text = raw(`p.${column}::text`);
  const rows = await query<Omit<TextCost, 'charges'> & { charges: string }>(
    organization,
    sql`${await spent(organization, ask)}
        select ${text} as text, coalesce(p.billing_currency, '-') as currency, coalesce(sum(s.amount), 0)::text as amount, sum(s.charges)::text as charges
          from spent s join charge_profile p on p.organization_id = ${organization} and p.profile_key = s.profile_key
         where ${text} is not null group by 1, 2`,
  );
  return rows.map((r) => ({ ...r, charges: Number(r.charges) }));
}

/** Requests and events of a month by the team or feature they name. */
export async function eventCounts(
  organization: number,
  field: 'team' | 'feature',
  { from, to }: { from: Day; to: Day },
): Promise<{ month: string; value: string; requests: number; events: number }[]> {
  const rows = await query<{ month: string; value: string; requests: string; events: string }>(
    organization,
    sql`select to_char(hour at time zone 'UTC', 'YYYY-MM') as month, ${raw(field)} as value, sum(requests)::text as requests, sum(events)::text as events
          from usage_hourly
         where organization_id = ${organization} and ${raw(field)} is not null and hour >= ${from}::date::timestamp at time zone 'UTC'
           and hour < ${to}::date::timestamp at time zone 'UTC' group by 1, 2`,
  );
  return rows.map((r) => ({ ...r, requests: Number(r.requests), events: Number(r.events) }));
}

/** Whom the events of an account name, by the account as bills write it. */
export async function eventOwners(
  organization: number,
  field: 'team' | 'feature',
  { from, to }: { from: Day; to: Day },
): Promise<{ account: string; value: string; requests: number }[]> {
  const rows = await query<{ account: string; value: string; requests: string }>(
    organization,
    sql`select account, ${raw(field)} as value, sum(requests)::text as requests from usage_hourly
         where organization_id = ${organization} and account is not null and ${raw(field)} is not null
           and hour >= ${from}::date::timestamp at time zone 'UTC' and hour < ${to}::date::timestamp at time zone 'UTC' group by 1, 2`,
  );
  return rows.map((r) => ({ ...r, requests: Number(r.requests) }));
}
