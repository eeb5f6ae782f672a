import { Table } from '../ui/table';
import type { ChartTable } from './prepare/table';

const aNumber = /^-?\d+(\.\d+)?$/;

/** Grouped, with a true minus; every digit stays, and zeros at the end bring the decimal points below one another. */
const shown = (cell: string, decimals: number): string => {
  if (!aNumber.test(cell)) return cell;
  const [whole = '', fraction = ''] = cell.split('.');
  return whole.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, ',') + (decimals > 0 ? `.${fraction.padEnd(decimals, '0')}` : '');
};

const decimalsOf = (cell: string | undefined): number => (cell && aNumber.test(cell) ? (cell.split('.')[1]?.length ?? 0) : 0);

export function ChartTableView({ title, table }: { title: string; table: ChartTable }) {
  return (
    <Table<{ row: Readonly<Record<string, string>>; index: number }>
      caption={title}
      maxHeight="max-h-80"
      rows={table.rows.map((row, index) => ({ row, index }))}
      rowKey={({ index }) => String(index)}
      columns={table.columns.map(({ key, header, numeric }) => {
        const decimals = numeric ? Math.max(2, ...[...table.rows, table.total].map((row) => decimalsOf(row?.[key]))) : 0;
        const cell = (row: Readonly<Record<string, string>>) => (numeric ? shown(row[key] ?? '', decimals) : (row[key] ?? ''));
        return {
          key,
          header,
          numeric,
          className: 'whitespace-nowrap',
          cell: ({ row }) => cell(row),
          total: table.total ? cell(table.total) : undefined,
        };
      })}
    />
  );
}
