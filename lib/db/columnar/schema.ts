import { dimensions, snake } from '../../core/focus/columns';

/** Bumped when the tables change: a file of another version is thrown away and made anew. */
export const columnarVersion = 1;

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
 * An amount is kept as three whole numbers: thousandths, the 18 digits after them, and the 18 after those, all with its sign. Each is summed
 * for itself and put together again outside: exact to 39 digits after the point, and several times as fast as a decimal of 38 digits.
 */
export const partsOf = (amount: string): [string, string, string] => [`${amount}_hi`, `${amount}_lo`, `${amount}_tiny`];

const macro = (name: string, expression: string) => `create or replace macro ${name}(t) as ${expression}`;

export const schema: readonly string[] = [
  macro('amount_hi', `(split_part(t, '.', 1) || rpad(split_part(t, '.', 2), 3, '0')[1:3])::bigint`),
  macro('amount_lo', `(case when t[1] = '-' then '-' else '' end || rpad(split_part(t, '.', 2), 21, '0')[4:21])::bigint`),
  macro('amount_tiny', `(case when t[1] = '-' then '-' else '' end || rpad(split_part(t, '.', 2), 39, '0')[22:39])::bigint`),
  `create table if not exists synced (load integer primary key, signature text not null)`,
  `create table if not exists state (name text primary key, value text not null)`,
  `create table if not exists profile (ordinal integer not null, key uuid not null, tags text, x_is_ai boolean not null,
     ${profileColumns.map((c) => `${c} text`).join(', ')})`,
  `create table if not exists tag (ordinal integer not null, key text not null, value text not null)`,
  `create table if not exists allocation (dimension text not null, ordinal integer not null, from_day date not null, to_day date not null, value text)`,
  `create table if not exists fact (load integer not null, line bigint not null, day date not null, profile integer not null,
     counts_billed boolean not null, counts_effective boolean not null, ${factAmounts
       .flatMap(partsOf)
       .map((c) => `${c} bigint`)
       .join(', ')})`,
];
