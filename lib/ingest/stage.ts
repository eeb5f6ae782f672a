import { type AmountColumn, amounts, chargeCategories, type Dimension, dimensions, type FocusColumn } from '../core/focus/columns';
import { ABSENT, type Columns } from './duckdb/expressions';
import { name, quote, type Session } from './duckdb/session';
import { withoutPersons } from './persons';
import type { Choices, Dataset, FocusMapping, Format } from './providers/provider';
import type { Readable } from './read';

/** Rows of `charge_row`: 0 is kept, 1 says nothing and is skipped, 2 is rejected for the reason in `problem`. */
export const KEPT = 0;
export const SKIPPED = 1;
export const REJECTED = 2;
/** Between column, reason and value in `problem`. */
export const UNIT = '\u001f';

/** What can come from a choice, whatever the file has. */
const chosen: readonly string[] = ['BillingCurrency', 'BillingAccountId'];

/** The dimensions that at least one member can fill: a column that is null throughout would cost as much as a full one. */
export function filledDimensions(members: readonly { columns: Columns }[], mapping: FocusMapping): Dimension[] {
  return dimensions.filter((d) => chosen.includes(d) || members.some(({ columns }) => mapping[d].sql(columns) !== ABSENT));
}

interface StageInput {
  session: Session;
  readable: Readable;
  columns: Columns;
  format: Format;
  dataset: Dataset;
  choices: Choices;
  /** Where the rows go. */
  file: string;
  filled: readonly Dimension[];
}

/**
 * One pass over a member: read, map, check, and hash the profile into a Parquet file in the order of the member. Nothing is parsed twice and
 * nothing passes through JavaScript. Parquet, because its dictionaries keep texts that repeat on every row small: docs/benchmarks.md.
 */
export async function stageMember({ session, readable, columns, format, dataset, choices, file, filled }: StageInput): Promise<void> {
  const mapping = format.mappingFor?.(dataset) ?? format.mapping;
  const absent = dimensions.filter((d) => !filled.includes(d)).map(name);
  await session.run(`copy (select * exclude (${['skip', ...absent].join(', ')}), ${state} as state, ${profileKey(filled)} as key
      from (select *, ${problem(dataset)} as problem from (${mapped({ readable, columns, format, mapping, choices })})))
    to ${quote(file)} (format parquet, row_group_size 24576)`);
}

/** `charge_row`: every row of all members with every dimension, the absent ones as null; `r` numbers the rows through. */
export async function viewStaged(
  session: Session,
  members: readonly { file: string; rows: number }[],
  filled: readonly Dimension[],
): Promise<void> {
  const before = members.map((_, i) => members.slice(0, i).reduce((n, m) => n + m.rows, 0));
  const absent = dimensions.filter((d) => !filled.includes(d)).map((d) => `, ${ABSENT} as ${name(d)}`);
  await session.run(`create view charge_row as select [${before.join(', ')}][file_index::bigint + 1] + file_row_number as r, *${absent.join('')}
    from (select file_index, * from read_parquet([${members.map((m) => quote(m.file)).join(', ')}], file_row_number = true))`);
}

/** The mapping as one SELECT. A choice fills what the file leaves out. */
export function mapped(input: { readable: Readable; columns: Columns; format: Format; mapping: FocusMapping; choices: Choices }): string {
  const { readable, columns, format, mapping, choices } = input;
  const value = (column: FocusColumn) => {
    const written = mapping[column].sql(columns);
    const sql = choices.people === 'hash' ? withoutPersons(column, written) : written;
    if (column === 'BillingCurrency') return `upper(${choices.currency ? `coalesce(${sql}, ${quote(choices.currency)})` : sql})`;
    if (column === 'BillingAccountId' && choices.account) return `coalesce(nullif(${sql}, ''), ${quote(choices.account)})`;
    return sql;
  };
  const list = [...dimensions, ...amounts].map((c) => `${value(c)} as ${name(c)}`);
  const start = value('ChargePeriodStart');
  return `select ${readable.recordColumn ? `${readable.recordColumn}::bigint` : 'null::bigint'} as record, ${list.join(',\n')},
    ${start} as ChargePeriodStart, ${value('ChargePeriodEnd')} as ChargePeriodEnd,
    date_trunc('month', coalesce(${value('BillingPeriodStart')}, ${start})) as BillingPeriodStart,
    ${issuer(format, columns)} as issuer, ${format.skip ? format.skip.sql(columns) : 'false'} as skip from ${readable.relation}`;
}

/** Who sends the bill, as the file names them: what decides which loads compete. */
function issuer(format: Format, columns: Columns): string {
  if (format.issuer) return format.issuer.sql(columns);
  if (format.provider !== 'focus') return quote(format.provider);
  const names = ['providername', 'invoiceissuername', 'serviceprovidername'].map((n) => columns.ref(n)).filter((r) => r !== null);
  return names.length ? `coalesce(${names.join(', ')}, 'unknown')` : `'unknown'`;
}

/** The first thing wrong with a row, as column, reason and value; null for a good row. */
export function problem(dataset: Dataset): string {
  const says = (column: string, reason: string, value = 'null') =>
    `concat(${quote(column)}, ${quote(UNIT)}, ${quote(reason)}, ${quote(UNIT)}, left(${value}, 200))`;
  const money: AmountColumn = dataset === 'amortized' ? 'EffectiveCost' : 'BilledCost';
  const checks: [condition: string, message: string][] = [];
  if (dataset !== 'usage') {
    checks.push([`${name(money)} is null`, says(money, 'is empty')]);
    checks.push([`BillingCurrency is null`, says('BillingCurrency', 'is empty')]);
    checks.push([
      `not regexp_full_match(BillingCurrency, '[A-Z]{2,10}')`,
      says('BillingCurrency', 'is no currency code', 'BillingCurrency'),
    ]);
  }
  checks.push([`ChargePeriodStart is null`, says('ChargePeriodStart', 'is no date, or is empty')]);
  checks.push([
    `ChargePeriodStart < timestamp '2000-01-01' or ChargePeriodStart >= timestamp '2100-01-01'`,
    says('ChargePeriodStart', 'is outside the years 2000 to 2099', 'ChargePeriodStart::varchar'),
  ]);
  checks.push([`ChargePeriodEnd is null`, says('ChargePeriodEnd', 'is no date')]);
  checks.push([
    `ChargePeriodEnd < ChargePeriodStart`,
    says('ChargePeriodEnd', 'lies before ChargePeriodStart', 'ChargePeriodEnd::varchar'),
  ]);
  checks.push([
    `BillingPeriodStart < timestamp '2000-01-01' or BillingPeriodStart >= timestamp '2100-01-01'`,
    says('BillingPeriodStart', 'is outside the years 2000 to 2099', 'BillingPeriodStart::varchar'),
  ]);
  checks.push([`length(BillingAccountId) > 500`, says('BillingAccountId', 'is longer than 500 characters', 'BillingAccountId')]); // it is indexed
  for (const a of amounts)
    checks.push([
      `${name(a)} is not null and coalesce(not isfinite(try_cast(${name(a)} as double)), true)`,
      says(a, 'is no plain number', name(a)),
    ]);
  // Not `in (…)`: of a longer list DuckDB makes a hash join, and behind a join rows no longer come in the order of the file.
  checks.push([
    `ChargeCategory is not null and not list_contains([${chargeCategories.map(quote).join(', ')}], ChargeCategory)`,
    says('ChargeCategory', `is none of ${chargeCategories.join(', ')}`, 'ChargeCategory'),
  ]);
  return `case when skip then null ${checks.map(([when, then]) => `when ${when} then ${then}`).join('\n')} end`;
}

export const state = `case when skip then ${SKIPPED} when problem is not null then ${REJECTED} else ${KEPT} end`;

/**
 * 128 bits of SHA-256 over the dimensions in their order, a NUL between them: a character that no stored text can hold, so no two profiles are
 * spelled alike, whatever their cells hold; an empty text is as good as none. Another list of dimensions gives other keys. Not MD5: who can
 * write tags could make two profiles collide.
 */
const profileKey = (filled: readonly Dimension[]) =>
  `left(sha256(concat(${dimensions.map((d) => (filled.includes(d) ? `${name(d)}, chr(0)` : 'chr(0)')).join(', ')})), 32)::uuid`;
