import type pg from 'pg';
import { fold, Spelling } from '../../core/allocation/fold';
import type { Pool } from '../../core/allocation/pools';
import { compileRules, type Fitting, namesIn, type ProfileTexts } from '../../core/allocation/rules';
import type { AllocationRule, Applied, Synonyms } from '../../core/allocation/types';
import { allocationName } from '../queries/allocations';

/** Rules of one dimension with what they are read by. */
export interface DimensionRules {
  key: string;
  rules: readonly AllocationRule[];
  synonyms: Synonyms;
  /** Names of the tree: their spelling stands before that of the bills. */
  names: readonly string[];
}

const PAGE = 20_000;
const BATCH = 20_000;
const LOCK = 7_309;

/** One allocation of an organisation at a time: a load and a rule that is saved wait for each other. */
export const holdAllocation = (client: pg.ClientBase, organization: number) =>
  client.query('select pg_advisory_xact_lock($1, $2)', [LOCK, organization]);

/** What the rules say of every profile, or only of those on which they have not spoken yet. Profiles to which nothing applies are left out. */
export async function evaluateRules(
  client: pg.ClientBase,
  organization: number,
  { key, rules, synonyms, names }: DimensionRules,
  { onlyNew = false, onPage }: { onlyNew?: boolean; onPage?: (profiles: number) => Promise<void> } = {},
): Promise<Map<string, Applied[]>> {
  const compiled = compileRules(rules, synonyms);
  const found = new Map<string, Applied[]>();
  if (rules.length === 0) return found;
  const spelling = new Spelling([...namesIn(rules), ...names, ...(await valuesGiven(client, organization, key))]);
  await eachProfile(client, organization, { columns: compiled.columns, unless: onlyNew ? key : null, onPage }, (profileKey, texts) => {
    const applied = compiled.apply(texts);
    if (applied.length === 0) return;
    for (const a of applied) spelling.count(a.value);
    found.set(profileKey, applied);
  });
  for (const [profileKey, applied] of found) found.set(profileKey, joined(applied.map((a) => ({ ...a, value: spelling.of(a.value) }))));
  return found;
}

/** The values that a dimension has on any day, in their spelling. */
async function valuesGiven(client: pg.ClientBase, organization: number, dimension: string): Promise<string[]> {
  const { rows } = await client.query<{ value: string }>(
    'select distinct value from profile_allocation where organization_id = $1 and dimension = $2 order by 1',
    [organization, dimension],
  );
  return rows.map((r) => r.value);
}

/** Names of the pools that share nothing: no profile has the value that they split. */
export async function idlePools(
  client: pg.ClientBase,
  organization: number,
  pools: readonly Pick<Pool, 'name' | 'dimension' | 'value'>[],
): Promise<string[]> {
  const given = new Map<string, ReadonlySet<string>>();
  for (const dimension of new Set(pools.map((p) => p.dimension)))
    given.set(dimension, new Set((await valuesGiven(client, organization, dimension)).map(fold)));
  return pools.filter((p) => !given.get(p.dimension)?.has(fold(p.value))).map((p) => p.name);
}

/** All rules that fit each profile, in their order: the first in force decides, and takes it from the others. */
export async function fittingRules(
  client: pg.ClientBase,
  organization: number,
  { rules, synonyms }: Pick<DimensionRules, 'rules' | 'synonyms'>,
): Promise<Map<string, Fitting[]>> {
  const compiled = compileRules(rules, synonyms);
  const found = new Map<string, Fitting[]>();
  if (rules.length === 0) return found;
  await eachProfile(client, organization, { columns: compiled.columns, unless: null }, (profileKey, texts) => {
    const fitting = compiled.fitting(texts);
    if (fitting.length > 0) found.set(profileKey, fitting);
  });
  return found;
}

/** Days that lie side by side with the same answer are one stretch. */
function joined(applied: Applied[]): Applied[] {
  if (applied.length < 2) return applied;
  const all: Applied[] = [];
  for (const a of applied) {
    const last = all.at(-1);
    if (last && last.to === a.from && last.value === a.value && last.rule === a.rule) last.to = a.to;
    else all.push(a);
  }
  return all;
}

/** Profiles some at a time, with the columns that are asked for; the rest of a profile is not read. */
async function eachProfile(
  client: pg.ClientBase,
  organization: number,
  {
    columns,
    unless,
    onPage,
  }: { columns: readonly string[]; unless: string | null; onPage?: ((profiles: number) => Promise<void>) | undefined },
  take: (key: string, texts: ProfileTexts) => void,
): Promise<void> {
  const list = columns.map((c) => `, p.${c}${c === 'x_is_ai' ? '::text as x_is_ai' : ''}`).join(''); // names of our own catalogue
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await client.query<{ profile_key: string } & ProfileTexts>(
      `select p.profile_key${list} from charge_profile p
        where p.organization_id = $1 and p.profile_key > $2::uuid
          ${unless === null ? '' : 'and not exists (select 1 from profile_allocation a where a.organization_id = $1 and a.dimension = $3 and a.profile_key = p.profile_key)'}
        order by p.profile_key limit ${PAGE}`,
      [organization, after, ...(unless === null ? [] : [unless])],
    );
    for (const row of rows) take(row.profile_key, row);
    await onPage?.(rows.length);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.profile_key;
  }
}

/**
 * Tells others how far this transaction is. Nothing that it writes is seen before its end, but the name of its connection is at once, by every
 * process, and it is the old one again when the transaction ends however it does.
 */
async function reporter(client: pg.ClientBase, organization: number): Promise<(profiles: number) => Promise<void>> {
  const { rows } = await client.query<{ total: string }>('select count(*)::text as total from charge_profile where organization_id = $1', [
    organization,
  ]);
  let done = 0;
  const report = async (profiles: number) => {
    done += profiles;
    const name = `${allocationName(organization)} ${done} ${rows[0]?.total ?? 0}`;
    await client.query(`select set_config('application_name', $1, true)`, [name]);
  };
  await report(0);
  return report;
}

/** Asks the rules of every profile and keeps what they answer, inside the caller's transaction. Returns how many profiles changed. */
export async function allocateAll(client: pg.ClientBase, organization: number, rules: DimensionRules): Promise<number> {
  const found = await evaluateRules(client, organization, rules, { onPage: await reporter(client, organization) });
  const changed = await replaceAllocation(client, organization, rules.key, found);
  await bumpVersion(client, organization, rules.key);
  return changed;
}

/** The same of profiles that have no allocation yet: those that are new, and those no rule has caught. Returns how many found one. */
export async function allocateWithout(client: pg.ClientBase, organization: number, rules: DimensionRules): Promise<number> {
  const found = await evaluateRules(client, organization, rules, { onlyNew: true });
  if (found.size === 0) return 0;
  await addAllocation(client, organization, rules.key, [...found]);
  await bumpVersion(client, organization, rules.key);
  return found.size;
}

/** Only what differs is written. Returns how many profiles changed. */
async function replaceAllocation(
  client: pg.ClientBase,
  organization: number,
  dimension: string,
  wanted: ReadonlyMap<string, readonly Applied[]>,
): Promise<number> {
  const { rows } = await client.query<{ key: string; value: string; rule: number; from: string; to: string }>(
    `select profile_key as key, value, rule_id as rule, from_day as from, to_day as to from profile_allocation
      where organization_id = $1 and dimension = $2 order by profile_key, from_day`,
    [organization, dimension],
  );
  const now = new Map<string, string>();
  for (const { key, ...a } of rows) now.set(key, (now.get(key) ?? '') + print(a));
  const stale = [...now.keys()].filter((key) => !wanted.has(key));
  const changed = [...wanted].filter(([key, applied]) => now.get(key) !== applied.map(print).join(''));
  await removeProfiles(client, organization, dimension, [...stale, ...changed.flatMap(([key]) => (now.has(key) ? [key] : []))]);
  await addAllocation(client, organization, dimension, changed);
  return stale.length + changed.length;
}

const print = ({ value, rule, from, to }: Applied) => `${JSON.stringify(value)}${rule}${from}${to};`;

async function removeProfiles(client: pg.ClientBase, organization: number, dimension: string, keys: readonly string[]): Promise<void> {
  if (keys.length)
    await client.query('delete from profile_allocation where organization_id = $1 and dimension = $2 and profile_key = any($3::uuid[])', [
      organization,
      dimension,
      keys,
    ]);
}

/** Adds what applies to profiles that have no allocation yet. */
async function addAllocation(
  client: pg.ClientBase,
  organization: number,
  dimension: string,
  profiles: readonly (readonly [string, readonly Applied[]])[],
): Promise<void> {
  const all = profiles.flatMap(([key, applied]) => applied.map((a) => ({ key, ...a })));
  for (let i = 0; i < all.length; i += BATCH) {
    const part = all.slice(i, i + BATCH);
    await client.query(
      `insert into profile_allocation (organization_id, dimension, profile_key, from_day, to_day, value, rule_id)
       select $1, $2, * from unnest($3::uuid[], $4::date[], $5::date[], $6::text[], $7::int[])`,
      [
        organization,
        dimension,
        part.map((a) => a.key),
        part.map((a) => a.from),
        part.map((a) => a.to),
        part.map((a) => a.value),
        part.map((a) => a.rule),
      ],
    );
  }
}

/** Says that what was worked out of an earlier allocation is stale. */
const bumpVersion = (client: pg.ClientBase, organization: number, dimension: string) =>
  client.query(
    `insert into allocation_version (organization_id, dimension, version) values ($1, $2, 1)
     on conflict (organization_id, dimension) do update set version = allocation_version.version + 1, applied_at = now()`,
    [organization, dimension],
  );

/** Takes a dimension's allocation away; its version goes on, so that nobody mistakes a later one for the earlier. */
export async function dropAllocation(client: pg.ClientBase, organization: number, dimension: string): Promise<void> {
  await client.query('delete from profile_allocation where organization_id = $1 and dimension = $2', [organization, dimension]);
  await bumpVersion(client, organization, dimension);
}
