import { z } from 'zod';
import { daysBetween } from '../time/days';
import { namedPeriods } from '../time/period';
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
  const days = [from, to].map((day) => z.iso.date().safeParse(day));
  if (!from || !to || days.some((d) => !d.success)) return 'from and to are days like 2026-10-01, and both are needed.';
  if (days.some(({ data = '' }) => data.slice(0, 4) < firstYear || data.slice(0, 4) > lastYear))
    return `from and to lie between ${firstYear} and ${lastYear}.`;
  if (from >= to) return 'to is the day after the last and comes after from.';
  return daysBetween(from, to) > longestDays ? 'from and to are at most ten years apart.' : null;
}

/** Which days are looked at: a named period, or days of one's own. What is malformed falls back. */
export const PeriodAsk = z
  .object({
    period: z.enum(namedPeriods).catch('mtd'),
    from: z.iso.date().optional().catch(undefined),
    to: z.iso.date().optional().catch(undefined),
  })
  .transform((q) => (rangeFault(q.from, q.to) ? { ...q, from: undefined, to: undefined } : q));
export type PeriodAsk = z.infer<typeof PeriodAsk>;

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
