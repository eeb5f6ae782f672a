/** The figures behind a chart, unrounded: what the table shows and the CSV holds. */
export interface ChartTable {
  columns: readonly { key: string; header: string; numeric?: boolean }[];
  rows: readonly Readonly<Record<string, string>>[];
  total?: Readonly<Record<string, string>>;
}

const aNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** A spreadsheet runs what begins like a formula; a name from a bill must not be run. Numbers stay numbers. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !aNumber.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The same rows as the table plus one total row. Lines end as RFC 4180 has it; the mark at the start makes Excel read UTF-8. */
export function toCsv({ columns, rows, total }: ChartTable): string {
  const line = (cells: readonly string[]) => cells.map(csvCell).join(',');
  const lines = [columns.map((c) => c.header), ...[...rows, ...(total ? [total] : [])].map((row) => columns.map((c) => row[c.key] ?? ''))];
  return `\uFEFF${lines.map(line).join('\r\n')}\r\n`;
}
