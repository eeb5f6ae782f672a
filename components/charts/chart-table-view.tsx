import { Table } from '../ui/table';
import type { ChartTable } from './prepare/table';

const aNumber = /^-?\d+(\.\d+)?$/;

/** Grouped, with a true minus; every digit stays. */
const shown = (cell: string): string => {
  if (!aNumber.test(cell)) return cell;
  const [whole = '', fraction] = cell.split('.');
  return whole.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
};

export function ChartTableView({ title, table }: { title: string; table: ChartTable }) {
  return (
    <Table<{ row: Readonly<Record<string, string>>; index: number }>
      caption={title}
      maxHeight="max-h-80"
      rows={table.rows.map((row, index) => ({ row, index }))}
      rowKey={({ index }) => String(index)}
      columns={table.columns.map((c) => ({
        key: c.key,
        header: c.header,
        numeric: c.numeric,
        className: 'whitespace-nowrap',
        cell: ({ row }) => (c.numeric ? shown(row[c.key] ?? '') : row[c.key]),
        total: table.total ? (c.numeric ? shown(table.total[c.key] ?? '') : (table.total[c.key] ?? '')) : undefined,
      }))}
    />
  );
}
