const aNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

// A spreadsheet runs what begins like a formula. It begins with the cell, and also after a mark at which a spreadsheet may split it: most of Europe
// opens a CSV at semicolons, and then a quote that does not begin a cell holds nothing together. Blanks and quotes before a formula are passed over.
const aFormula = `(?=[\\s"']*[=+\\-@＝＋－＠])`;
const marks = /[;\t\r\n]/;
const begins = new RegExp(`^${aFormula}`);
const runs = new RegExp(`(?<=^|[;\\t\\r\\n])${aFormula}`, 'g');
const guards = new RegExp(`(?<=^|[;\\t\\r\\n])'${aFormula}`, 'g');

/** A name from a bill must not be run: it gets an apostrophe before what would be. Numbers stay numbers. */
export function csvCell(text: string): string {
  const safe = aNumber.test(text) ? text : marks.test(text) ? text.replace(runs, "'") : begins.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What was in a cell before it was guarded: the inverse, for files that are read again. */
export const unguarded = (cell: string): string => cell.replace(guards, '');

/** Cells with a comma between them, ended as RFC 4180 has it. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** At the start of a file, it makes Excel read UTF-8. */
export const csvStart = '\uFEFF';
