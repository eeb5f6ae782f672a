import { barOf, type ChartMark } from './chart-marks';
import { barName, type Stack } from './stack';
import { isEmpty } from './stack-point';
import type { ChartTable } from './table';

/**
 * The table of a chart with what stands on it: what is expected of each bar, and what its marks say. A bar without figures has a row where there is
 * something to say of it. All marks are told, those without room for a flag too.
 */
export function annotated(
  { table, points, currency }: Pick<Stack, 'table' | 'points' | 'currency'>,
  marks: readonly ChartMark[],
): ChartTable {
  const said = new Map<string, string[]>();
  for (const mark of marks) {
    const bar = barOf(points, mark);
    if (bar) said.set(bar.day, [...(said.get(bar.day) ?? []), mark.by ? `${mark.label} (${mark.by})` : mark.label]);
  }
  const isExpected = points.some((p) => p.expected);
  if (said.size === 0 && !isExpected) return table;
  const known = table.rows[Symbol.iterator]();
  const rows = points.flatMap((p) => {
    const row: Readonly<Record<string, string>> | undefined = isEmpty(p) ? undefined : known.next().value;
    const words = said.get(p.day) ?? [];
    if (!row && !p.expected && words.length === 0) return [];
    const { amount = '', low = null, high = null } = p.expected ?? {};
    return {
      ...(row ?? { day: barName(p) }),
      ...(isExpected && { expected: amount, low: low ?? '', high: high ?? '' }),
      note: [row?.note, ...words].filter(Boolean).join('; '),
    };
  });
  const columns = [
    { key: 'expected', header: `Expected (${currency})`, numeric: true },
    { key: 'low', header: `At least (${currency})`, numeric: true },
    { key: 'high', header: `At most (${currency})`, numeric: true },
  ];
  return { ...table, columns: isExpected ? table.columns.flatMap((c) => (c.key === 'note' ? [...columns, c] : [c])) : table.columns, rows };
}
