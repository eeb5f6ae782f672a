import { z } from 'zod';
import { namedPeriods } from '../time/period';
import { type CostDimension, isCostDimension } from './dimensions';

/** One dimension with the values it may have; `(none)` is the missing value. `exclude` turns it round. */
export interface CostFilter {
  dimension: CostDimension;
  values: string[];
  exclude: boolean;
}

const words = z.union([z.string(), z.array(z.string())]).optional();

/** The address of a cost view. What is unknown or malformed falls back to its default and never reaches SQL. */
export const CostQuery = z.object({
  period: z.enum(namedPeriods).catch('mtd'),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  by: z
    .string()
    .catch('service')
    .transform((w): CostDimension => (isCostDimension(w) ? w : 'service')),
  measure: z.enum(['effective', 'billed']).catch('effective'),
  f: words.transform((f) => parseFilters(f === undefined ? [] : Array.isArray(f) ? f : [f])),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type CostQuery = z.infer<typeof CostQuery>;

/** Values between commas; a backslash keeps the character after it as it is. */
const valuesOf = (text: string): string[] => (text.match(/(?:\\[\s\S]|[^,\\])+/g) ?? []).map((v) => v.replace(/\\([\s\S])/g, '$1'));

/** `provider:azure,aws`, `-team:(none)`; a backslash keeps a comma in a value. */
export function parseFilters(list: readonly string[]): CostFilter[] {
  return list.flatMap((text) => {
    const exclude = text.startsWith('-');
    const [dimension = '', rest] = splitOnce(exclude ? text.slice(1) : text, ':');
    const values = valuesOf(rest ?? '');
    return isCostDimension(dimension) && values.length ? [{ dimension, values, exclude }] : [];
  });
}

export const writeFilter = ({ dimension, values, exclude }: CostFilter): string =>
  `${exclude ? '-' : ''}${dimension}:${values.map((v) => v.replace(/[\\,]/g, '\\$&')).join(',')}`;

export const NONE = '(none)';

function splitOnce(text: string, by: string): [string, string | undefined] {
  const at = text.indexOf(by);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
