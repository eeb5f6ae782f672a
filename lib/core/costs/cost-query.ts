import { type Asked, dayOf, oneOf } from '../input/address';
import { type Day, daysBetween, isDay } from '../time/days';
import { type NamedPeriod, namedPeriods } from '../time/period';
import { type CostDimension, isCostDimension } from './dimensions';

/** One dimension with the values it may have; `NONE` stands for the missing one. `exclude` turns it round. */
export interface CostFilter {
  dimension: CostDimension;
  values: string[];
  exclude: boolean;
}

const firstYear = '2000';
const lastYear = '2099';
const longestDays = 3660; // ten years

/** Why these two are no range that can be asked for, in words for a person; null when they are one. */
export function rangeFault(from: string | undefined, to: string | undefined): string | null {
  if (!from || !to) return 'from and to are days like 2026-10-01, and both are needed.';
  const wrong = [from, to].find((day) => !isDay(day));
  if (wrong !== undefined)
    return /^\d{4}-\d{2}-\d{2}$/.test(wrong)
      ? `${wrong} is no day of the calendar.`
      : `"${wrong.slice(0, 40)}" is no day. Days are written like 2026-10-01.`;
  if ([from, to].some((day) => day.slice(0, 4) < firstYear || day.slice(0, 4) > lastYear))
    return `from and to lie between ${firstYear} and ${lastYear}.`;
  if (from >= to) return 'to is the day after the last and comes after from.';
  return daysBetween(from, to) > longestDays ? 'from and to are at most ten years apart.' : null;
}

/** Which days are looked at: a named period, or days of one's own. */
export interface PeriodAsk {
  period: NamedPeriod;
  from?: Day | undefined;
  to?: Day | undefined;
}
export const PeriodAsk = {
  /** What is malformed falls back. */
  parse(asked: Asked): PeriodAsk {
    const [from, to] = [dayOf(asked.from), dayOf(asked.to)];
    const days = rangeFault(from, to) ? { from: undefined, to: undefined } : { from, to };
    return { period: oneOf(namedPeriods, asked.period, 'mtd'), ...days };
  },
};

/** Values between commas; a backslash keeps the character after it as it is. */
const valuesOf = (text: string): string[] =>
  (text.match(/(?:\\[\s\S]|[^,\\])+/g) ?? []).map((v) => (v === noneWord ? NONE : v.replace(/\\([\s\S])/g, '$1')));

/** `provider:azure,aws`, `-team:(none)`; a backslash keeps a comma in a value, and a bracket at its start: `team:\(none)` is a team of that name. */
export function parseFilters(list: readonly string[]): CostFilter[] {
  return list.flatMap((said) => {
    const text = said.replaceAll('\u0000', ''); // nobody writes it by hand, and no column holds it
    const exclude = text.startsWith('-');
    const [dimension = '', rest] = splitOnce(exclude ? text.slice(1) : text, ':');
    const values = valuesOf(rest ?? '');
    return isCostDimension(dimension) && values.length ? [{ dimension, values, exclude }] : [];
  });
}

export const writeFilter = ({ dimension, values, exclude }: CostFilter): string =>
  `${exclude ? '-' : ''}${dimension}:${values.map(written).join(',')}`;

/** Charges that one file may hold. */
export const chargeFileLimit = 1_000_000;

/** The missing value among others. It begins with a character that no stored text can hold, so no name is ever mistaken for it. */
export const NONE = '\u0000none';
/** How an address says it. */
const noneWord = '(none)';

const written = (value: string): string => (value === NONE ? noneWord : value.replace(/^\(|[\\,]/g, '\\$&'));

function splitOnce(text: string, by: string): [string, string | undefined] {
  const at = text.indexOf(by);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
