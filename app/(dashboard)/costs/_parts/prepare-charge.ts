import type { ChargeDetail } from '@/lib/client/costs';
import type { CostDimension } from '@/lib/core/costs/dimensions';
import { valueName } from '@/lib/core/explore/value-name';
import { type FocusColumn, snake } from '@/lib/core/focus/columns';
import { formatExact } from '@/lib/core/money/format';
import { columnGroups, concluded, origin } from './charge-groups';

export interface ChargeLine {
  label: string;
  /** One line, or one for each tag. */
  values: string[];
}
export interface ChargeSheet {
  concluded: ChargeLine[];
  origin: ChargeLine[];
  groups: { title: string; lines: ChargeLine[] }[];
  /** Columns that the source left empty. */
  empty: string[];
}

/** Everything known of one charge, in groups; what the source left empty is named at the end and takes no room. */
export function prepareCharge(detail: ChargeDetail): ChargeSheet {
  const lines = (list: readonly [string, string][]) =>
    list.flatMap(([key, label]) => {
      const values = valuesOf(detail[key]);
      return values.length ? [{ label, values }] : [];
    });
  const columns = (list: readonly FocusColumn[]) => lines(list.map((c) => [snake(c), c]));
  return {
    concluded: lines(concluded).map((line) => ({ ...line, values: line.values.map((v) => spoken(line.label, v)) })),
    origin: lines(origin),
    groups: columnGroups.map((g) => ({ title: g.title, lines: columns(g.columns) })).filter((g) => g.lines.length > 0),
    empty: columnGroups.flatMap((g) => g.columns).filter((c) => valuesOf(detail[snake(c)]).length === 0),
  };
}

/** Our own words for our own ids; the file's words stay as they came. */
function spoken(label: string, value: string): string {
  const dimension = said[label];
  if (dimension) return valueName(dimension, value);
  return label === 'Tokens per unit' ? formatExact(value, 'JPY').figure : value;
}
const said: Readonly<Record<string, CostDimension>> = {
  Provider: 'provider',
  'Model vendor': 'vendor',
  'Token type': 'token-type',
  Classification: 'class',
};

function valuesOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  if (typeof value !== 'string') return [String(value)];
  const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?(?:\+00:00|Z)$/.exec(value);
  if (moment) return [`${moment[1]} ${moment[2]} UTC`];
  return pairsOf(value) ?? [value];
}

/** Tags and price details are JSON in one cell. */
function pairsOf(text: string): string[] | null {
  if (!text.startsWith('{')) return null;
  try {
    return Object.entries(JSON.parse(text) as Record<string, unknown>).map(
      ([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
  } catch {
    return null;
  }
}
