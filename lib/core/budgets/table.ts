import { parse } from 'csv-parse/sync';
import { AppError } from '../app-error';
import { unguarded } from '../csv/cell';
import { checkTree, readBudget } from './read';
import type { Budget } from './types';
import { writeBudget } from './write';

/** Columns of the table: the fields of a budget that fit into a cell. Lists are joined by " | ". */
export const budgetColumns = [
  'name',
  'owner',
  'parent',
  'filter',
  'measure',
  'currency',
  'period',
  'days',
  'fiscal_start',
  'zone',
  'amount',
  'growth',
  'carry',
  'since',
  'per',
  'thresholds',
  'notes',
] as const;

const lists = new Set<string>(['filter', 'thresholds']);
const JOIN = ' | ';

/** The cells of a budget; null where it needs more than a table holds (dated amounts, periods of its own): those are for YAML. */
export function budgetRow(budget: Budget): string[] | null {
  const written = writeBudget(budget);
  if ('amounts' in written || 'periods' in written) return null;
  return budgetColumns.map((c) => {
    const value = written[c];
    return Array.isArray(value) ? value.join(JOIN) : value === undefined ? '' : String(value);
  });
}

/** Budgets of a CSV with a header of these names, in any order, some left out. Throws `invalid` naming file, line and field. */
export function readBudgetsCsv(text: string, fileName: string): Budget[] {
  let rows: { record: Record<string, string>; info: { lines: number } }[] = [];
  try {
    rows = parse(text, {
      bom: true,
      columns: (h: string[]) => h.map((c) => c.trim().toLowerCase()),
      info: true,
      delimiter: [',', ';'],
      skip_empty_lines: true,
    }) as never;
  } catch (e) {
    throw new AppError('invalid', `${fileName}: ${e instanceof Error ? e.message : 'is no CSV'}.`);
  }
  const unknown = Object.keys(rows[0]?.record ?? {}).find((c) => !(budgetColumns as readonly string[]).includes(c));
  if (unknown !== undefined)
    throw new AppError('invalid', `${fileName}, line 1: there is no field "${unknown}". Known: ${budgetColumns.join(', ')}.`);
  return checkTree(
    rows.map(({ record, info }) => {
      const fields = Object.entries(record).flatMap(([column, cell]) => {
        if (cell.trim() === '') return [];
        const text = unguarded(cell.trim());
        return [[column, lists.has(column) ? text.split('|').map((v) => v.trim()) : text]];
      });
      try {
        return readBudget(Object.fromEntries(fields));
      } catch (e) {
        throw e instanceof AppError ? new AppError(e.code, `${fileName}, line ${info.lines}: ${e.message}`) : e;
      }
    }),
    fileName,
  );
}
