import type { DateFormat } from '../../core/imports/column-mapping';
import { quote } from '../duckdb/session';

const oneOf = (value: string, formats: readonly string[]) => `try_strptime(${value}, [${formats.map(quote).join(', ')}])`;

/** `2026-02-13`, with a time or without, with an offset or in UTC. */
const iso = (
  t: string,
) => `case when length(${t}) = 10 and ${t}[5] = '-' then try_cast(${t} as timestamp) when not regexp_matches(${t}, '^\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}') then null
  when regexp_matches(${t}, '\\d{2}:\\d{2}.*[-+]\\d{2}(:?\\d{2})?$') then try_cast(${t} as timestamptz)::timestamp
  else try_cast(replace(regexp_replace(${t}, '(T\\d{2}:\\d{2})Z$', '\\1:00Z'), '.', if(regexp_matches(${t}, '^\\d{4}\\.'), '-', '.')) as timestamp) end`;

const times = ['', ' %H:%M', ' %H:%M:%S', ' %I:%M %p', ' %I:%M:%S %p'];
/** A year of two digits first: the longer one would take `26` for the year 26. */
const withTimes = (day: string) => ['y', 'Y'].flatMap((year) => times.map((time) => `${day}/%${year}${time}`));

const slashed = (t: string, day: string, named: readonly string[]) => {
  // the common spellings first, for trying one format after the other costs ten times as much
  const parts = day === '%d/%m' ? '\\3-\\2-\\1' : '\\3-\\1-\\2';
  const turned = (time: string, to: string) =>
    `try_cast(regexp_replace(${t}, '^(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})${time}$', '${to}') as timestamp)`;
  const one = `regexp_replace(${t}, '^(\\d{1,2})\\s?[./-]\\s?(\\d{1,2})\\s?[./-]\\s?(\\d{2,4})', '\\1/\\2/\\3')`;
  return `case when regexp_full_match(${t}, '\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}') then ${turned('', parts)}
    when regexp_full_match(${t}, '\\d{1,2}[./-]\\d{1,2}[./-]\\d{4} \\d{1,2}:\\d{2}:\\d{2}') then ${turned(' (.*)', `${parts} \\4`)}
    else coalesce(${oneOf(one, withTimes(day))}, ${oneOf(t, named)}, ${iso(t)}) end`;
};

const since1970 = (t: string, digits: number, micros: number) =>
  `case when regexp_full_match(${t}, '\\d{1,${digits}}(\\.\\d+)?') then make_timestamp(split_part(${t}, '.', 1)::bigint * ${micros}) end`;

/** A day or moment as the file writes them, UTC; null for what is none. A month is its first day. */
export function daySql(cell: string, format: DateFormat): string {
  const t = cell;
  switch (format) {
    case 'iso':
      return `(${iso(t)})`;
    case 'mdy':
      return slashed(t, '%m/%d', ['%b %d, %Y', '%B %d, %Y', '%b %d %Y', '%B %d %Y']);
    case 'dmy':
      return slashed(t, '%d/%m', ['%d %b %Y', '%d-%b-%y', '%d-%b-%Y', '%d %B %Y', '%d. %B %Y']);
    case 'ymd':
      return oneOf(t, ['%Y%m%d', '%Y%m%d%H', '%Y%m%d%H%M', '%Y%m%d%H%M%S', '%Y%m%d %H:%M:%S', '%Y%m%dT%H%M%SZ']);
    case 'unix':
      return `(${since1970(t, 11, 1_000_000)})`;
    case 'unix_ms':
      return `(${since1970(t, 14, 1_000)})`;
    case 'month': {
      const formats = ['%Y-%m', '%Y/%m', '%m/%Y', '%m.%Y', '%Y%m', '%b %Y', '%B %Y', '%b-%y', '%b-%Y', '%Y-%m-%d'];
      return `date_trunc('month', ${oneOf(t, formats)})`;
    }
  }
}
