import type { DocumentRows } from '../document';
import { flattenPages } from './pages';

const usage = ['start_time', 'end_time', 'project_id', 'api_key_id', 'line_item', 'quantity', 'quantity_unit'];

/** A page of OpenAI's costs or usage API as rows with the columns of the dashboard's export. Usage has no amounts, not even empty ones. */
export function openAiRows(document: unknown): DocumentRows | null {
  const flattened = flattenPages(document);
  if (!flattened) return null;
  const isCost = flattened.kind === 'costs' || flattened.kind === 'cost';
  const columns = isCost ? [...usage, 'amount_value', 'amount_currency'] : usage;
  const rows = flattened.rows.map(({ record, cells }) => ({
    record,
    cells: Object.fromEntries(columns.map((c) => [c, cells[c] ?? null])),
  }));
  return { columns, records: flattened.records, rows };
}
