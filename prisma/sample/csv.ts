/** The cells of one row by column; what is not named stays empty. */
export type Cells<Column extends string> = Partial<Record<Column, string>>;

/** CSV with CRLF, quoted only where a cell needs it. Azure starts its files with a byte order mark. */
export function csvText<Column extends string>(columns: readonly Column[], rows: Cells<Column>[], { mark = false } = {}): string {
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')).join(','));
  return `${mark ? '\uFEFF' : ''}${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
