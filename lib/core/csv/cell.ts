const aNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** A spreadsheet runs what begins like a formula; a name from a bill must not be run. Numbers stay numbers. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !aNumber.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Cells with a comma between them, ended as RFC 4180 has it. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** At the start of a file, it makes Excel read UTF-8. */
export const csvStart = '\uFEFF';
