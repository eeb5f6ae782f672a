import type pg from 'pg';
import { type RuledFields, type TaskRule, TaskRuleDefinition } from '../../core/usage/task-rules';
import { prisma } from '../client';
import { query, sql } from '../sql';

export interface StoredTaskRule extends TaskRule {
  id: number;
  name: string;
}

/** In the order in which they are asked. */
export async function listTaskRules(organizationId: number): Promise<StoredTaskRule[]> {
  const rows = await prisma().taskRule.findMany({ where: { organizationId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  return rows.map((r) => ({ id: r.id, name: r.name, ...TaskRuleDefinition.parse(r.definition) }));
}

/** Inside the caller's transaction. */
export async function replaceTaskRules(client: pg.ClientBase, organizationId: number, rules: readonly TaskRule[]): Promise<void> {
  await client.query('delete from task_rule where organization_id = $1', [organizationId]);
  await client.query(
    `insert into task_rule (organization_id, name, position, definition)
     select $1, name, position - 1, definition from unnest($2::text[], $3::jsonb[]) with ordinality as r(name, definition, position)`,
    [organizationId, rules.map((r, i) => `${i + 1}. ${r.taskType}`), rules.map((r) => JSON.stringify(r))],
  );
}

export interface RuledProfile extends RuledFields {
  key: string;
  /** What it is called now; `taskType` is what was sent. */
  calledNow: string | null;
}

const fields = `p.profile_key as key, p.source, p.channel, p.model, p.account, p.api_key as "apiKey", p.operation, p.said_task_type as "taskType", p.customer,
  p.user_name as "user", p.agent, p.feature, p.team, p.task_type as "calledNow"`;

/** What events share, some at a time. */
export async function eachProfile(
  client: pg.ClientBase,
  organizationId: number,
  take: (profiles: readonly RuledProfile[]) => void,
): Promise<void> {
  const size = 20_000;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await client.query<RuledProfile>(
      `select ${fields} from usage_profile p where p.organization_id = $1 and p.profile_key > $2::uuid order by p.profile_key limit ${size}`,
      [organizationId, after],
    );
    take(rows);
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    after = last.key;
  }
}

/** Gives profiles their names, inside the caller's transaction. */
export const nameProfiles = (client: pg.ClientBase, organizationId: number, named: readonly { key: string; taskType: string | null }[]) =>
  client.query(
    `update usage_profile p set task_type = n.task_type from unnest($2::uuid[], $3::text[]) as n(profile_key, task_type)
      where p.organization_id = $1 and p.profile_key = n.profile_key`,
    [organizationId, named.map((n) => n.key), named.map((n) => n.taskType)],
  );

/** Days on which something of these profiles was used. */
export async function daysOfProfiles(client: pg.ClientBase, organizationId: number, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const { rows } = await client.query<{ day: string }>(
    `select distinct day::text as day from usage_event where organization_id = $1 and profile_key = any($2::uuid[]) order by 1`,
    [organizationId, keys],
  );
  return rows.map((r) => r.day);
}

export interface CountedProfile extends RuledProfile {
  events: number;
}

/** What was used in `[from, to)`, by what events share. */
export const countedProfiles = (organizationId: number, { from, to }: { from: string; to: string }): Promise<CountedProfile[]> =>
  query<CountedProfile>(
    organizationId,
    sql`select p.profile_key as key, p.source, p.channel, p.model, p.account, p.api_key as "apiKey", p.operation, p.said_task_type as "taskType", p.customer,
               p.user_name as "user", p.agent, p.feature, p.team, p.task_type as "calledNow", e.events
          from (select profile_key, count(*)::float8 as events from usage_event
                 where organization_id = ${organizationId} and day >= ${from}::date and day < ${to}::date group by 1) e
          join usage_profile p on p.organization_id = ${organizationId} and p.profile_key = e.profile_key
         order by e.events desc, p.profile_key`,
  );
