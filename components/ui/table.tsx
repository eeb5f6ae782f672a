import clsx from 'clsx';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { ScrollFrame } from './scroll-frame';

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, tabular, never wrapped. */
  numeric?: boolean;
  /** What stands in the total row. */
  total?: ReactNode;
  /** How the rows are ordered by this column; left out where they are not, or cannot be. */
  sorted?: 'ascending' | 'descending' | 'none';
  /** Tailwind width or visibility classes for the whole column. */
  className?: string;
}

interface TableProps<Row> {
  /** Read out by assistive technology; hidden from sight. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The first column sticks at the left while the others scroll. */
  stickyFirst?: boolean;
  /** 32 px rows by default, 40 px when false. */
  dense?: boolean;
  /** Scrolls inside its own frame; the header sticks to its top. Tailwind class such as `max-h-96`. */
  maxHeight?: string;
  empty?: ReactNode;
  dimmed?: boolean;
  /** A row of its own shape for narrow screens, the figure first; without one the table scrolls there as well. */
  narrow?: (row: Row) => ReactNode;
  /** For the mouse; the same must be reachable by a link or button in the first cell. */
  onRowClick?: (row: Row) => void;
  /** Keys on the links of a row; arrows move from row to row where rows can be clicked. */
  onRowKey?: (row: Row, event: KeyboardEvent<HTMLElement>) => void;
}

/** A click on a control of the row, or the end of selecting its text, is not a click on the row. */
const isOnRow = (event: MouseEvent<HTMLElement>) =>
  !(event.target as HTMLElement).closest('a, button, input, label') && window.getSelection()?.isCollapsed !== false;

/** The same control of the row above or below takes the focus. */
function moveOn(event: KeyboardEvent<HTMLElement>) {
  const down = event.key === 'ArrowDown';
  if ((!down && event.key !== 'ArrowUp') || (event.target as HTMLElement).matches('input:not([type=checkbox]), select, textarea')) return;
  const row = event.currentTarget;
  const next = down ? row.nextElementSibling : row.previousElementSibling;
  const own = [...row.querySelectorAll<HTMLElement>('a, button, input')].indexOf(event.target as HTMLElement);
  const to = next && [...next.querySelectorAll<HTMLElement>('a, button, input')];
  if (own < 0 || !to?.length) return;
  event.preventDefault();
  (to[own] ?? to[0])?.focus();
}

/** The total stands above the rows: it is what people came for. Scrolls inside its frame, never the page. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  stickyFirst = true,
  dense = true,
  maxHeight,
  empty,
  dimmed,
  narrow,
  onRowClick,
  onRowKey,
}: TableProps<Row>) {
  const hasTotal = columns.some((c) => c.total !== undefined);
  const cell = (column: Column<Row>, index: number) =>
    clsx(
      'border-line border-b px-3 first:pl-0 last:pr-0',
      hasTotal && (index === 0 ? 'pl-2!' : index === columns.length - 1 && 'pr-2!'),
      column.numeric ? 'text-right whitespace-nowrap tabular-nums' : 'text-left',
      stickyFirst && index === 0 && 'sticky left-0 z-1 bg-inherit',
      column.className,
    );
  const table = (
    <ScrollFrame label={caption} className={clsx('scroll-pt-8', maxHeight)}>
      <table className={clsx('w-full border-separate border-spacing-0 bg-surface text-13', dimmed && 'opacity-60')}>
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-surface">
          <tr className="bg-inherit">
            {columns.map((c, i) => (
              <th
                key={c.key}
                scope="col"
                aria-sort={c.sorted}
                className={clsx(cell(c, i), 'sticky top-0 h-8 bg-inherit font-normal text-12 text-ink-3', i === 0 ? 'z-3' : 'z-2')}
              >
                {c.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="bg-surface">
          {hasTotal && (
            <tr className="bg-surface-2 font-strong">
              {columns.map((c, i) => (
                <td key={c.key} className={clsx(cell(c, i), dense ? 'h-8' : 'h-10')}>
                  {c.total ?? (i === 0 ? 'Total' : null)}
                </td>
              ))}
            </tr>
          )}
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className={clsx('group bg-surface hover:bg-surface-2', onRowClick && 'cursor-pointer')}
              onClick={onRowClick && ((event) => isOnRow(event) && onRowClick(row))}
              onKeyDown={
                onRowClick &&
                ((event) => {
                  moveOn(event);
                  onRowKey?.(row, event);
                })
              }
            >
              {columns.map((c, i) => (
                <td key={c.key} className={clsx(cell(c, i), dense ? 'h-8' : 'h-10')}>
                  {c.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 && empty && (
            <tr>
              <td colSpan={columns.length} className="py-6 text-ink-2">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </ScrollFrame>
  );
  if (!narrow) return table;
  const list = (
    <ul aria-label={caption} className={clsx('border-line border-t', dimmed && 'opacity-60')}>
      {rows.map((row) => (
        <li key={rowKey(row)} className="border-line border-b py-2 text-13 *:grid-cols-1">
          {narrow(row)}
        </li>
      ))}
      {rows.length === 0 && empty && <li className="py-6 text-ink-2">{empty}</li>}
    </ul>
  );
  return (
    <>
      <div className="max-sm:hidden">{table}</div>
      <div className="sm:hidden">
        {maxHeight ? (
          <ScrollFrame label={caption} className={maxHeight}>
            {list}
          </ScrollFrame>
        ) : (
          list
        )}
      </div>
    </>
  );
}
