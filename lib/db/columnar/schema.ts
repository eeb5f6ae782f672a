import { dimensions, snake } from '../../core/focus/columns';

/** Bumped when the tables change: a file of another version is thrown away and made anew. */
export const columnarVersion = 4;

/** The text columns of a profile that are copied, by their name in PostgreSQL. */
export const profileColumns: readonly string[] = [
  ...dimensions.filter((d) => d !== 'Tags' && d !== 'AllocatedTags').map(snake),
  ...[
    'x_provider',
    'x_service_name',
    'x_service_category',
    'x_service_subcategory',
    'x_region',
    'x_model_class',
    'x_model',
    'x_model_family',
  ],
  ...[
    'x_model_vendor',
    'x_token_type',
    'x_cache_ttl',
    'x_modality',
    'x_deployment_type',
    'x_service_tier',
    'x_context_band',
    'x_lifecycle',
    'x_team',
  ],
];

export const factAmounts = ['billed', 'effective', 'list', 'contracted', 'tokens', 'quantity'] as const;
export type FactAmount = (typeof factAmounts)[number];

/**
 * Amounts over some charges only, to be set against another: list and effective cost where both are known, and the cost of what is counted in tokens.
 * That is told by the meter and not by the charge: of Azure's two exports one brings the cost and the other the tokens.
 */
export const pairedAmounts = ['list_effective', 'effective_list', 'effective_tokens'] as const;
export type MonthAmount = FactAmount | (typeof pairedAmounts)[number];
const monthAmounts: readonly MonthAmount[] = [...factAmounts, ...pairedAmounts];

/** A part of an amount over the charges themselves (`f`). */
export function factPart(amount: MonthAmount, part: 'hi' | 'lo' | 'tiny'): string {
  const [first, beside] = amount.split('_');
  if (beside === 'tokens') return `case when f.of_tokens then f.${first}_${part} end`;
  return beside ? `case when f.${beside}_hi is not null then f.${first}_${part} end` : `f.${first}_${part}`;
}

/**
 * An amount is kept as three whole numbers: thousandths, the 18 digits after them, and the 18 after those, all with its sign. Each is summed
 * for itself and put together again outside: exact to 39 digits after the point, and several times as fast as a decimal of 38 digits.
 */
export const partsOf = (amount: string): [string, string, string] => [`${amount}_hi`, `${amount}_lo`, `${amount}_tiny`];

/** How exact the amounts of a ledger are: what every charge has as zero is not added up. */
export interface Precision {
  /** An amount has more than 21 digits after the point. */
  tiny: boolean;
  /** Tokens have more than three, which nobody bills. */
  partTokens: boolean;
}

/** The parts of an amount that are added up, by their place in `partsOf`. */
export function partsRead(amount: MonthAmount, { tiny, partTokens }: Precision): number[] {
  if (amount === 'tokens' && !partTokens) return [0];
  return tiny ? [0, 1, 2] : [0, 1];
}

const macro = (name: string, expression: string) => `create or replace macro ${name}(t) as ${expression}`;

export const schema: readonly string[] = [
  macro('amount_hi', `(split_part(t, '.', 1) || rpad(split_part(t, '.', 2), 3, '0')[1:3])::bigint`),
  macro('amount_wide', `(split_part(t, '.', 1) || rpad(split_part(t, '.', 2), 3, '0')[1:3])::hugeint`),
  macro('amount_lo', `(case when t[1] = '-' then '-' else '' end || rpad(split_part(t, '.', 2), 21, '0')[4:21])::bigint`),
  macro('amount_tiny', `(case when t[1] = '-' then '-' else '' end || rpad(split_part(t, '.', 2), 39, '0')[22:39])::bigint`),
  macro('amount_units', `(split_part(t, '.', 1) || rpad(split_part(t, '.', 2), 21, '0'))::hugeint`),
  `create table if not exists synced (load integer primary key, signature text not null)`,
  `create table if not exists state (name text primary key, value text not null)`,
  `create table if not exists profile (ordinal integer not null, key uuid not null, tags text, x_is_ai boolean not null, x_tokens_per_unit text,
     ${profileColumns.map((c) => `${c} text`).join(', ')})`,
  `create table if not exists tag (ordinal integer not null, key text not null, value text not null)`,
  `create table if not exists allocation (dimension text not null, ordinal integer not null, from_day date not null, to_day date not null, value text)`,
  `create table if not exists fact (load integer not null, line bigint not null, day date not null, profile integer not null,
     counts_billed boolean not null, counts_effective boolean not null, of_tokens boolean not null, ${factAmounts
       .flatMap(partsOf)
       .map((c) => `${c} bigint`)
       .join(', ')})`,
  `create table if not exists fact_month (load integer not null, month date not null, profile integer not null, n_billed bigint not null,
     n_effective bigint not null, ${monthAmounts
       .flatMap(partsOf)
       .map((c) => `${c} bigint`)
       .join(', ')})`,
];

const word = '1000000000000000000';

/** Makes room for amounts whose thousandths are more than 64 bits hold: slower to add up, and needed by few ledgers. */
export const widening: readonly string[] = [
  ...['fact', 'fact_month'].flatMap((table) =>
    (table === 'fact' ? factAmounts : monthAmounts).map((a) => `alter table ${table} alter column ${a}_hi type hugeint`),
  ),
  `insert or replace into state values ('wide', 'yes')`,
];

/** Adds a load's charges up by month. What a smaller part holds too much of is carried to the next, so that each stays a number of 64 bits. */
export function monthsOf(load: number, wide: boolean): string {
  const sums = monthAmounts.map(
    (a) => `sum(${factPart(a, 'hi')}) as ${a}_h, sum(${factPart(a, 'lo')}) as ${a}_l, sum(${factPart(a, 'tiny')}) as ${a}_t`,
  );
  const carried = monthAmounts.map((a) => {
    const lo = `(${a}_l + ${a}_t // ${word})`;
    return `(${a}_h + ${lo} // ${word})::${wide ? 'hugeint' : 'bigint'}, (${lo} % ${word})::bigint, (${a}_t % ${word})::bigint`;
  });
  return `insert into fact_month select load, month, profile, n_billed, n_effective, ${carried.join(', ')}
     from (select f.load, date_trunc('month', f.day)::date as month, f.profile, count(*) filter (where f.counts_billed) as n_billed,
                  count(*) filter (where f.counts_effective) as n_effective, ${sums.join(', ')}
             from fact f where f.load = ${Math.trunc(load)} group by all)`;
}
