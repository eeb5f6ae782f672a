import type pg from 'pg';
import { chargePartition, profilePartition } from './partitions';
import { rollUp, rollUpModels, sumDimensions, sumSlices } from './rollups';

/** A distinct meter of one import as its profiles have it, with what it cost and counted there: evidence of a unit's scale, never money. */
export interface StoredMeter {
  importId: number;
  /** Names the meter among those of its import. */
  meter: string;
  /** Whether it is one of those that are decided anew. */
  isAsked: boolean;
  /** Its columns of charge_profile, in the order they were asked for. */
  texts: (string | null)[];
  cost: number;
  quantity: number;
}

/** What a meter of an import means now: values of the meaning's columns, in their order. */
export interface DecidedMeter {
  importId: number;
  meter: string;
  values: (string | null)[];
}

export interface ReEnrichment {
  /** Our id of the provider whose meter it is. */
  provider: string;
  /** Whether a meter's own text, as it is on the bill, is the one that is meant. */
  isMeant: (text: string) => boolean;
  /** Columns of charge_profile that decide a meaning. */
  texts: readonly string[];
  /** Columns of charge_profile that hold a meaning. */
  columns: readonly string[];
  decide: (meters: readonly StoredMeter[]) => DecidedMeter[];
}

/** A meter's own text: the first of the three that the profile has (lib/core/meters/taught.ts). */
export const meterText = "coalesce(nullif(p.sku_meter, ''), nullif(p.charge_description, ''), p.sku_id)";

const MEANINGS_LOCK = 7_311;

/**
 * Whoever writes profiles shares this; whoever changes what meters mean holds it alone. So an import decides by what is taught when it is committed, and a
 * meter is never taught into a load that is half there.
 */
export const holdMeanings = (client: pg.ClientBase, organization: number, how: 'shared' | 'alone') =>
  client.query(`select pg_advisory_xact_lock${how === 'shared' ? '_shared' : ''}($1, $2)`, [MEANINGS_LOCK, organization]);

/** What a slice is made of, in the order of its key (lib/ingest/profiles.ts); `p` is the profile, `n` its new meaning. */
const sliceParts = [
  'n.x_provider',
  'p.billing_account_id',
  'coalesce(p.sub_account_name, p.sub_account_id)',
  'n.x_service_name',
  'n.x_service_category',
  'n.x_model',
  'n.x_model_vendor',
  'n.x_token_type',
  'n.x_region',
  'p.x_team',
  'p.charge_category',
  "coalesce(p.billing_currency, '-')",
  'n.x_is_ai',
  'n.x_model_class',
];

const NUL = "'\\x00'::bytea";
const sliceKey = `left(encode(sha256(${sliceParts.map((part) => `convert_to(coalesce(${part}, ''), 'UTF8') || ${NUL}`).join(' || ')}), 'hex'), 32)::uuid`;

/** Rows of model_cost_daily are taken away and summed again by these columns together: of the rollup, and of the profiles in it. */
const modelKey = {
  rollup: 'row(m.provider, m.account, m.resource, m.model, m.token_type)::text',
  profile:
    'row(p.x_provider, coalesce(p.sub_account_id, p.billing_account_id), coalesce(p.resource_name, p.resource_id), p.x_model, p.x_token_type)::text',
};

export interface ReEnriched {
  profiles: number;
  loads: number[];
}

/**
 * Decides anew what one meter means in all that is stored, inside the caller's transaction: its profiles, their slices, and the sums of every load that
 * has them, whether it counts or was replaced. No charge changes, and neither does any sum of a load.
 */
export async function reEnrich(client: pg.ClientBase, organization: number, change: ReEnrichment): Promise<ReEnriched> {
  if (!(await findProfiles(client, organization, change))) return { profiles: 0, loads: [] };
  const loads = await findLoads(client, organization);
  const decided = change.decide(await evidence(client, organization, change.texts, loads));
  const profiles = await writeMeanings(client, organization, change.columns, decided);
  if (profiles === 0) return { profiles, loads: [] };
  await sumAnew(client, organization, loads);
  return { profiles, loads: loads.map((l) => l.id) };
}

interface HeldLoad {
  id: number;
  importId: number;
  month: string;
}

/** `asked_profile`: the profiles of the meter with the slice and the sums they were in. */
async function findProfiles(client: pg.ClientBase, organization: number, { provider, isMeant, texts }: ReEnrichment): Promise<boolean> {
  const profiles = profilePartition(organization);
  const { rows } = await client.query<{ text: string }>(
    `select distinct ${meterText} as text from ${profiles} p where p.organization_id = $1 and p.x_provider = $2 and ${meterText} is not null`,
    [organization, provider],
  );
  const meant = rows.map((r) => r.text).filter(isMeant);
  if (meant.length === 0) return false;
  await client.query(
    `create temp table asked_profile on commit drop as
     select p.profile_key, md5(row(${texts.map((c) => `p.${c}`).join(', ')})::text) as meter, p.slice_key as old_slice, ${modelKey.profile} as old_sums
       from ${profiles} p where p.organization_id = $1 and p.x_provider = $2 and ${meterText} = any($3)`,
    [organization, provider, meant],
  );
  await client.query('analyze asked_profile');
  return true;
}

/** The loads that hold these profiles, and `first_import`: which import brought each of them, and so decided what it meant. */
async function findLoads(client: pg.ClientBase, organization: number): Promise<HeldLoad[]> {
  const { rows: months } = await client.query<{ month: string; loads: number[] }>(
    `select billing_period::text as month, array_agg(id) as loads from load
      where organization_id = $1 and status <> 'loading' and dataset in ('cost', 'actual', 'amortized') group by 1`,
    [organization],
  );
  await client.query('create temp table asked_use (profile_key uuid, load_id int) on commit drop');
  for (const { month, loads } of months)
    await client.query(
      `insert into asked_use select c.profile_key, c.load_id from ${chargePartition(month)} c join asked_profile a on a.profile_key = c.profile_key
        where c.load_id = any($1) group by 1, 2`,
      [loads],
    );
  await client.query(
    `create temp table first_import on commit drop as
     select u.profile_key, l.import_id from (select profile_key, min(load_id) as load_id from asked_use group by 1) u join load l on l.id = u.load_id`,
  );
  await client.query('analyze first_import');
  const { rows } = await client.query<HeldLoad>(
    `select l.id, l.import_id as "importId", l.billing_period::text as month from load l
      where l.organization_id = $1 and l.id in (select load_id from asked_use) order by l.id`,
    [organization],
  );
  return rows;
}

/** The meters of the imports that brought the profiles, with what they cost there: all that can prove a unit, as the import had it. */
async function evidence(
  client: pg.ClientBase,
  organization: number,
  texts: readonly string[],
  loads: readonly HeldLoad[],
): Promise<StoredMeter[]> {
  const { rows: imports } = await client.query<{ id: number; loads: number[]; months: string[] }>(
    `select l.import_id as id, array_agg(l.id) as loads, array_agg(distinct l.billing_period::text) as months from load l
      where l.organization_id = $1 and l.import_id = any($2) and l.import_id in (select import_id from first_import) group by 1 order by 1`,
    [organization, [...new Set(loads.map((l) => l.importId))]],
  );
  const found: StoredMeter[] = [];
  for (const { id, loads: held, months } of imports) {
    const charges = months
      .map(
        (m) => `select profile_key, coalesce(billed_cost, effective_cost)::float8 as cost, consumed_quantity::float8 as quantity
                     from ${chargePartition(m)} where load_id = any($2)`,
      )
      .join(' union all ');
    const { rows } = await client.query<{ meter: string; asked: boolean; texts: (string | null)[]; cost: number; quantity: number }>(
      `select md5(row(${texts.map((c) => `p.${c}`).join(', ')})::text) as meter, bool_or(a.profile_key is not null) as asked,
              array[${texts.map((c) => `min(p.${c})`).join(', ')}] as texts, coalesce(sum(u.cost), 0) as cost, coalesce(sum(u.quantity), 0) as quantity
         from (select profile_key, sum(cost) as cost, sum(quantity) as quantity from (${charges}) c group by 1) u
         join ${profilePartition(organization)} p on p.organization_id = $1 and p.profile_key = u.profile_key
         left join asked_profile a on a.profile_key = p.profile_key
        where p.x_is_ai or p.x_rule = 'taught' or a.profile_key is not null group by 1`,
      [organization, held],
    );
    found.push(...rows.map((r) => ({ ...r, importId: id, isAsked: r.asked })));
  }
  return found;
}

/** Writes what was decided into the profiles it changes. Returns how many. */
async function writeMeanings(
  client: pg.ClientBase,
  organization: number,
  columns: readonly string[],
  decided: readonly DecidedMeter[],
): Promise<number> {
  await client.query(
    `create temp table new_meaning on commit drop as
     select (j->>0)::int as import_id, j->>1 as meter, ${columns.map((c, i) => `j->>${i + 2} as ${c}`).join(', ')} from jsonb_array_elements($1::jsonb) j`,
    [JSON.stringify(decided.map((d) => [d.importId, d.meter, ...d.values]))],
  );
  await client.query('analyze new_meaning');
  const typed = (c: string) =>
    `n.${c}::${/^x_(is_ai|scale_suspect)$/.test(c) ? 'boolean' : c === 'x_tokens_per_unit' ? 'numeric' : 'text'}`;
  const { rowCount } = await client.query(
    `update ${profilePartition(organization)} p set ${columns.map((c) => `${c} = ${typed(c)}`).join(', ')}, slice_key = ${sliceKey}
       from asked_profile a join first_import f on f.profile_key = a.profile_key
       join new_meaning n on n.import_id = f.import_id and n.meter = a.meter
      where p.organization_id = $1 and p.profile_key = a.profile_key
        and (${columns.map((c) => `p.${c}`).join(', ')}) is distinct from (${columns.map(typed).join(', ')})`,
    [organization],
  );
  return rowCount ?? 0;
}

/** Takes away the sums that the profiles were in or come into, and sums these again from the charges. */
async function sumAnew(client: pg.ClientBase, organization: number, held: readonly HeldLoad[]): Promise<void> {
  const profiles = profilePartition(organization);
  const [loads, months] = [held.map((l) => l.id), [...new Set(held.map((l) => l.month))]];
  await client.query(
    `create temp table touched on commit drop as
     select a.old_slice, p.slice_key as new_slice, a.old_sums, ${modelKey.profile} as new_sums
       from asked_profile a join ${profiles} p on p.organization_id = $1 and p.profile_key = a.profile_key`,
    [organization],
  );
  await client.query(
    'create temp table touched_slice on commit drop as select old_slice as slice_key from touched union select new_slice from touched',
  );
  await client.query(
    'create temp table touched_sums on commit drop as select old_sums as key from touched union select new_sums from touched',
  );
  await client.query('analyze touched_slice, touched_sums');
  const before = await loadSums(client, organization, loads);
  await client.query(
    'delete from cost_slice_daily where organization_id = $1 and load_id = any($2) and slice_key in (select slice_key from touched_slice)',
    [organization, loads],
  );
  await sumSlices(client, organization, loads, months, 'p.slice_key in (select slice_key from touched_slice)');
  const after = await loadSums(client, organization, loads);
  // a load that was summed by other meanings than its profiles have now is summed whole
  const odd = held.filter(({ id }) => before.get(id) !== after.get(id));
  await client.query('delete from cost_dimension_daily where organization_id = $1 and load_id = any($2)', [organization, loads]);
  if (odd.length > 0) {
    const ids = odd.map((l) => l.id);
    await client.query('delete from cost_slice_daily where organization_id = $1 and load_id = any($2)', [organization, ids]);
    await rollUp(client, organization, ids, [...new Set(odd.map((l) => l.month))]);
    const whole = await loadSums(client, organization, ids);
    const wrong = ids.find((id) => before.get(id) !== whole.get(id));
    if (wrong !== undefined) throw new Error(`the sums of load ${wrong} would change: ${before.get(wrong)} to ${whole.get(wrong)}`);
  }
  await sumDimensions(
    client,
    organization,
    loads.filter((id) => !odd.some((l) => l.id === id)),
  );
  await client.query(
    `delete from model_cost_daily m where m.organization_id = $1 and m.load_id = any($2) and ${modelKey.rollup} in (select key from touched_sums)`,
    [organization, loads],
  );
  await rollUpModels(client, organization, loads, months, `${modelKey.profile} in (select key from touched_sums)`);
  await client.query(
    `delete from cost_slice s where s.organization_id = $1 and s.slice_key in (select slice_key from touched_slice)
        and not exists (select 1 from cost_slice_daily d where d.organization_id = $1 and d.slice_key = s.slice_key)`,
    [organization],
  );
}

/** Σ of each load by currency, as one text. */
async function loadSums(client: pg.ClientBase, organization: number, loads: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await client.query<{ load: number; sums: string }>(
    `select load, string_agg(sums, '; ' order by sums) as sums from (
       select d.load_id as load, concat_ws(' ', s.billing_currency, trim_scale(sum(d.billed_cost)), '/', trim_scale(sum(d.effective_cost)), '/', trim_scale(sum(d.list_cost)), '/',
                trim_scale(sum(d.contracted_cost)), '/', sum(d.charges)) as sums
         from cost_slice_daily d join cost_slice s on s.organization_id = $1 and s.slice_key = d.slice_key
        where d.organization_id = $1 and d.load_id = any($2) group by d.load_id, s.billing_currency) x group by 1`,
    [organization, loads],
  );
  return new Map(rows.map((r) => [r.load, r.sums]));
}
