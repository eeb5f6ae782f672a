import { rolledDimensions } from '../core/costs/dimensions';
import { name, type Voice } from './duckdb/session';
import type { Part } from './part';
import { modelColumns, sliceColumns } from './profiles';
import { KEPT } from './stage';
import { exactSums, fittingTypes } from './totals';

/** Summed columns of the daily rollups, in the order of the tables. */
const summed = ['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost'] as const;
const ofModels = ['BilledCost', 'EffectiveCost', 'ListCost'] as const;

/** Charges of AI that are summed by model at a time: nearly each is a group of its own, and groups stand in memory. */
const ROWS_IN_A_TURN = 1_000_000;

export interface PartTotal {
  part: number;
  currency: string | null;
  billed: string | null;
  effective: string | null;
  rows: number;
}

const literal = (v: string | null) => (v === null ? 'null' : `'${v.replaceAll("'", "''")}'`);

/** `part_of`: which part each row belongs to, by issuer, account and month. */
export async function numberParts(session: Voice, parts: readonly Part[]): Promise<void> {
  const rows = parts.map((p, i) => `(${literal(p.provider)}, ${literal(p.account)}, timestamp '${p.billingPeriod}', ${i})`);
  await session.run(`create table part_of as select v.issuer, t.account, t.period, t.part
    from (values ${rows.join(', ')}) t(provider, account, period, part) join issuer_provider v on v.provider = t.provider`);
}

/** Rows of `charge_row` with their part; the join is on every column that makes one. */
export const withPart = `charge_row i join part_of p on p.issuer = i.issuer and p.account is not distinct from i.BillingAccountId and p.period = i.BillingPeriodStart`;

/**
 * `slice`, `slice_daily`, `dimension_daily` and `model_daily`, summed in decimals of 38 digits whose scale holds every digit of this file.
 * Returns false where one number is too wide for that: PostgreSQL's numeric then does the same sums after the copy.
 */
export async function rollUpStaged(session: Voice): Promise<boolean> {
  await session.run(
    `create table slice as select slice_key, ${sliceColumns.map(([c, from]) => `any_value(${from}) as ${c}`).join(', ')} from profile group by slice_key`,
  );
  const types = await fittingTypes(
    session,
    `select ${[...summed, 'ConsumedQuantity'].join(', ')} from charge_row where state = ${KEPT}`,
    [...summed, 'ConsumedQuantity'],
    7,
  );
  if (!types) return false;
  const exact = (c: string) => `try_cast(i.${name(c)} as ${types[c]})`;
  const quantity = (when: string) => `sum(case when ${when} then ${exact('ConsumedQuantity')} end) as quantity`;
  const charges = `${withPart} join profile f on f.profile_key = i.key where i.state = ${KEPT}`;
  const exactly = (columns: readonly string[]) => columns.map((c) => `sum(${exact(c)}) as ${name(c)}`).join(', ');
  const again = (columns: readonly string[]) =>
    `${columns.map((c) => `sum(${name(c)}) as ${name(c)}`).join(', ')}, sum(quantity * tokens_per_unit) as tokens, sum(charges)::bigint as charges`;
  await session.run(`create table slice_daily as select part, day, slice_key, ${again(summed)}
      from (select p.part, i.ChargePeriodStart::date as day, f.slice_key, f.x_tokens_per_unit::integer as tokens_per_unit, ${exactly(summed)},
                   ${quantity('f.x_tokens_per_unit is not null')}, count(*) as charges from ${charges} group by all) group by all`);
  const [ai] = await session.rows<{ turns: string }>(
    `select greatest(1, ceil(count(*) / ${ROWS_IN_A_TURN}))::varchar as turns from charge_row i join profile f on f.profile_key = i.key
      where i.state = ${KEPT} and f.model_key is not null`,
  );
  const turns = Number(ai?.turns ?? 1);
  for (let turn = 0; turn < turns; turn++)
    await session.run(`${turn === 0 ? 'create table model_daily as' : 'insert into model_daily'} select part, day, model_key, ${again(ofModels)}, sum(quantity) as quantity
      from (select p.part, i.ChargePeriodStart::date as day, f.model_key, f.x_tokens_per_unit::integer as tokens_per_unit, ${exactly(ofModels)},
                   ${quantity('true')}, count(*) as charges from ${charges} and f.model_key is not null and hash(f.model_key) % ${turns} = ${turn} group by all) group by all`);
  await session.run(
    `create table dimension_daily as ${rolledDimensions
      .map(
        (
          d,
        ) => `select part, day, '${d}' as dimension, s.${d} as value, s.is_ai, s.billing_currency, sum(BilledCost) as billed, sum(EffectiveCost) as effective,
        sum(tokens) as tokens, sum(charges)::bigint as charges from slice_daily d join slice s using (slice_key) group by all`,
      )
      .join(' union all ')}`,
  );
  return true;
}

/** What each part bills and costs, by currency, from the rows themselves. */
export async function partTotals(session: Voice, rolledUp: boolean): Promise<PartTotal[]> {
  const rows = rolledUp
    ? await session.rows<Record<string, string | null>>(
        `select part::varchar as part, billing_currency as currency, sum(BilledCost)::varchar as "BilledCost", sum(EffectiveCost)::varchar as "EffectiveCost",
                sum(charges)::varchar as n from slice_daily join slice using (slice_key) group by 1, 2 order by 1, 2`,
      )
    : await exactSums(session, {
        from: `select p.part::varchar as part, coalesce(i.BillingCurrency, '-') as currency, i.BilledCost, i.EffectiveCost from ${withPart} where i.state = ${KEPT}`,
        groups: ['part', 'currency'],
        sums: ['BilledCost', 'EffectiveCost'],
      });
  return rows.map((r) => ({
    part: Number(r.part),
    currency: r.currency === '-' ? null : (r.currency ?? null),
    billed: r.BilledCost ?? null,
    effective: r.EffectiveCost ?? null,
    rows: Number(r.n),
  }));
}

/** SELECTs for the tables of the same names; `part_load` has the load of each part by then. */
export const rollupSelects = (organization: number) => ({
  slices: `select ${organization}, slice_key, ${sliceColumns.map(([c]) => c).join(', ')} from slice`,
  sliceDaily: `select ${organization}, l.load_id, day, slice_key, ${summed.join(', ')}, tokens, charges from slice_daily join part_load l using (part)`,
  dimensionDaily: `select ${organization}, l.load_id, day, dimension, value, is_ai, billing_currency, billed, effective, tokens, charges
    from dimension_daily join part_load l using (part)`,
  modelDaily: `select ${organization}, l.load_id, d.day, ${modelColumns.map(([, from]) => from).join(', ')}, d.BilledCost, d.EffectiveCost, d.ListCost, d.tokens,
           d.quantity, ConsumedUnit, d.charges
      from model_daily d join part_load l using (part) join (select model_key, min(profile_key) as profile_key from profile where model_key is not null group by 1)
           using (model_key) join profile using (profile_key)`,
});
