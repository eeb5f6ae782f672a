import { type CostFilter, NONE } from '../costs/cost-query';
import { isCostDimension } from '../costs/dimensions';
import { isExploreDimension } from './dimensions';

/** One dimension with what its value may be. `exclude` turns it round. `NONE` among the values stands for the missing one. */
export interface ExploreFilter {
  dimension: string;
  /** The value holds one of them, capitals or not; left out, it is one of them. */
  sense?: 'contains';
  values: string[];
  exclude: boolean;
}

/** The same filters where only the dimensions of slices are known; null where one of them is none of these. */
export function asCostFilters(filters: readonly ExploreFilter[]): CostFilter[] | null {
  const known = filters.flatMap(({ dimension, sense, values, exclude }) =>
    sense === undefined && isCostDimension(dimension) ? [{ dimension, values, exclude }] : [],
  );
  return known.length === filters.length ? known : null;
}

const noneWord = '(none)';

/** Of a value, in characters. */
export const longestValue = 500;
/** Of one filter. */
export const mostValues = 200;

/**
 * `service:Amazon Bedrock,Vertex AI`, `-team:(none)` leaves out, `resource~gpt,claude` contains. A backslash keeps a comma in a value, a
 * bracket at its start, and a colon or tilde in the key of a tag: `tag:aws\:env:prod`. Null for what is no filter.
 */
export function parseFilter(said: string): ExploreFilter | null {
  const text = said.replaceAll('\u0000', '');
  const exclude = text.startsWith('-');
  const body = exclude ? text.slice(1) : text;
  const keyed = /^(?:tag|allocation):/.exec(body)?.[0] ?? '';
  const found = /^((?:\\[\s\S]|[^\\:~])+)([:~])([\s\S]+)$/.exec(body.slice(keyed.length));
  if (!found) return null;
  const [, key = '', sign, rest = ''] = found;
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(rest)) return null; // a backslash that keeps nothing
  const dimension = keyed + key.replace(/\\([\s\S])/g, '$1');
  const values = valuesOf(rest);
  if (!isExploreDimension(dimension) || values.length === 0) return null;
  if (values.length > mostValues || values.some((v) => v.length > longestValue)) return null;
  if (sign === ':') return { dimension, values, exclude };
  return values.includes(NONE) ? null : { dimension, sense: 'contains', values, exclude };
}

export function writeFilter({ dimension, sense, values, exclude }: ExploreFilter): string {
  const keyed = /^(?:tag|allocation):/.exec(dimension)?.[0] ?? '';
  const key = dimension.slice(keyed.length).replace(/[\\:~]/g, '\\$&');
  return `${exclude ? '-' : ''}${keyed}${key}${sense === 'contains' ? '~' : ':'}${values.map(written).join(',')}`;
}

const valuesOf = (text: string): string[] =>
  (text.match(/(?:\\[\s\S]|[^,\\])+/g) ?? []).map((v) => (v === noneWord ? NONE : v.replace(/\\([\s\S])/g, '$1')));

const written = (value: string): string => (value === NONE ? noneWord : value.replace(/^\(|[\\,]/g, '\\$&'));
