import type { Inspection } from '../providers/provider';
import { type Columns, type Expression, text } from './expressions';

const firstIn = (names: readonly string[], c: Columns) => text(...names).sql(c);

/** A day or moment as `2026-09-05`, `2026-09-10T00:00:00Z`, `2026-11-13T10:00Z`, `9/5/26`, `9/5/2026 0:00` or `05.09.2026`, UTC. */
export const writtenMoment = <C extends string>(...names: C[]): Expression => ({
  uses: names,
  sql(c) {
    if (!names.some((n) => c.ref(n))) return 'null::timestamp';
    const value = `trim(${firstIn(names, c)})`;
    const seconds = `regexp_replace(${value}, '([T ]\\d{2}:\\d{2})(\\s*(?:Z|UTC|[+-]\\d{2}(?::?\\d{2})?))?$', '\\1:00\\2')`;
    const order = c.dateOrder === 'dmy' ? '%d/%m' : '%m/%d';
    const shortYear = `try_strptime(split_part(${value}, ' ', 1), '${order}/%y')`;
    const longYear = `try_strptime(${value}, ['${order}/%Y', '${order}/%Y %H:%M', '${order}/%Y %H:%M:%S', '${order}/%Y %I:%M:%S %p', '${order}/%Y %I:%M %p'])`;
    // the common spellings first, for they cost least
    const plain = `case when length(${value}) = 19 or ends_with(${value}, 'Z') or ends_with(${value}, 'UTC') then try_cast(${value} as timestamp)
      else try_cast(${value} as timestamptz)::timestamp end`;
    // where nobody has looked which comes first, day or month, a slash is no date
    const slashed =
      c.dateOrder === 'iso'
        ? ''
        : `when regexp_matches(${value}, '^\\d{1,2}/\\d{1,2}/\\d{2}( |$)') then ${shortYear} when contains(${value}, '/') then ${longYear}`;
    return `(case when ${value}[5] = '-' and length(${value}) >= 19 then ${plain}
      ${slashed}
      when regexp_matches(${value}, '^\\d{1,2}\\.\\d{1,2}\\.\\d{4}') then try_strptime(${value}, ['%d.%m.%Y', '%d.%m.%Y %H:%M', '%d.%m.%Y %H:%M:%S'])
      else try_cast(${seconds} as timestamptz)::timestamp end)`;
  },
});

/**
 * For sources that write days month first unless a spreadsheet has turned them round: a part above 12 proves which, for the whole file.
 */
export const inspectDays = (...names: string[]): Inspection => ({
  select(c) {
    const value = firstIn(names, c);
    const part = (n: number) => `coalesce(max(try_cast(nullif(regexp_extract(${value}, '^(\\d{1,2})/(\\d{1,2})/', ${n}), '') as int)), 0)`;
    return `${part(1)} as first, ${part(2)} as second`;
  },
  settle({ first, second }) {
    if (Number(first) > 12 && Number(second) > 12) return { ambiguous: 'Some days read month/day/year and others day/month/year.' };
    return { dateOrder: Number(first) > 12 ? 'dmy' : 'mdy' };
  },
});
