import writeExcel from 'write-excel-file/node';
import { type Actor, requirePermission } from '../../core/access/actor';
import { allocatedTags, methodDetails, methodId } from '../../core/allocation/allocated-columns';
import { nobody } from '../../core/allocation/nobody';
import { shareWords } from '../../core/allocation/share-words';
import type { StatementLine } from '../../core/allocation/statement';
import { csvLine, csvStart } from '../../core/csv/cell';
import { sheetText } from '../../core/text/sheet-text';
import { addMonths, type Day } from '../../core/time/days';
import { getStatementsOf, type StatementQuery, type Statements, totalsOf } from './statements';

export const statementFormats = ['csv', 'xlsx', 'focus'] as const;
export type StatementFormat = (typeof statementFormats)[number];

/** The statements of a month as a file, of one target or of all. Needs `allocation:read`. */
export async function exportStatements(
  actor: Actor,
  query: StatementQuery & { target?: string | null | undefined },
  format: StatementFormat,
  today: Day,
): Promise<{ name: string; type: string; bytes: Buffer }> {
  requirePermission(actor, 'allocation:read');
  const statements = await getStatementsOf(actor, query, today);
  const { lines } = statements;
  const whose = query.target ? `-${query.target.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}` : '';
  const name = `statement-${statements.dimension.key}-${statements.month}${whose}`.replace(/[^\x20-\x7e]/g, '_');
  if (format === 'xlsx')
    return {
      name: `${name}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await workbook(statements, lines),
    };
  const table = format === 'focus' ? focusTable(statements, lines) : statementTable(statements, lines);
  return {
    name: `${name}${format === 'focus' ? '-focus' : ''}.csv`,
    type: 'text/csv; charset=utf-8',
    bytes: Buffer.from(csvStart + table.map(csvLine).join('')),
  };
}

const nameOf = (l: StatementLine) => l.target ?? nobody;

/** One row for each line of each statement, so that they add up; a total for each currency at the end. */
function statementTable({ month, dimension }: Statements, lines: readonly StatementLine[]): string[][] {
  const rows = lines.flatMap((l) => {
    const head = [month, (l.path ?? []).join(' / '), nameOf(l)];
    const row = (kind: string, what: string, amount: string, ratio = '', quantity = '') =>
      /[1-9]/.test(amount) ? [[...head, kind, what, ratio, quantity, l.currency, amount]] : [];
    return [
      ...row('direct', '', l.direct),
      ...row('credit', '', l.credits),
      ...l.shared.flatMap((s) => row('shared', `${s.pool}, ${shareWords(s)}`, s.amount, s.ratio, s.quantity ?? '')),
      ...row('passed on', 'carried by others', l.passedOn),
      ...l.adjustments.flatMap((a) => row('true-up', a.month, a.amount)),
    ];
  });
  const totals = totalsOf(lines).map((t) => [month, '', 'Total', '', '', '', '', t.currency, t.amount]);
  return [['Month', 'Above', dimension.title, 'Kind', 'What', 'Share', 'Driver quantity', 'Currency', 'Amount'], ...rows, ...totals];
}

async function workbook(statements: Statements, lines: readonly StatementLine[]): Promise<Buffer> {
  const [header = [], ...rows] = statementTable(statements, lines);
  const amountsOf = (l: StatementLine) => [
    ...[l.direct, l.credits, sumOf(l.shared.map((s) => s.amount))],
    ...[l.passedOn, sumOf(l.adjustments.map((a) => a.amount)), l.total],
  ];
  const summary = lines.map((l) => [(l.path ?? []).join(' / '), nameOf(l), l.currency, ...amountsOf(l)]);
  const totals = totalsOf(lines).map(({ currency }) => {
    const own = lines.filter((l) => l.currency === currency).map(amountsOf);
    return ['', 'Total', currency, ...(own[0] ?? []).map((_, column) => sumOf(own.map((amounts) => amounts[column] ?? '0')))];
  });
  const sheets = [
    {
      sheet: 'Summary',
      header: ['Above', statements.dimension.title, 'Currency', 'Direct', 'Credits', 'Shared', 'Passed on', 'True-ups', 'Total'],
      rows: [...summary, ...totals],
    },
    { sheet: 'Lines', header, rows },
  ];
  const book = writeExcel(
    sheets.map((s) => ({
      sheet: s.sheet,
      stickyRowsCount: 1,
      columns: s.header.map((_, i) => ({ width: i < 2 ? 26 : 16 })),
      data: [
        s.header.map((value) => ({ value: sheetText(value), type: String, fontWeight: 'bold' as const })),
        ...s.rows.map((row) => row.map((text, i) => cell(text, s.header[i] ?? '', row.includes('Total')))),
      ],
    })),
  );
  return book.toBuffer();
}

const amountColumns = new Set(['Direct', 'Credits', 'Shared', 'Passed on', 'True-ups', 'Total', 'Amount', 'Share']);

/** Whole minor units fit into a spreadsheet's numbers up to fifteen digits; what is longer stays text, so that no digit is lost. */
function cell(text: string, column: string, isTotal: boolean) {
  const weight = isTotal ? { fontWeight: 'bold' as const } : {};
  if (amountColumns.has(column) && /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15)
    return { value: Number(text), type: Number, format: column === 'Share' ? '0.0000%' : '#,##0.00##', ...weight };
  return { value: sheetText(text), type: String, ...weight };
}

const sumOf = (amounts: readonly string[]): string =>
  totalsOf(amounts.map((total) => ({ total, currency: '' }) as StatementLine))[0]?.amount ?? '0';

/** The lines in columns of FOCUS 1.3 and later: who carries it, by which method, and the part of the whole. The charges themselves are in the export of costs. */
function focusTable({ month, dimension }: Statements, lines: readonly StatementLine[]): string[][] {
  const period = [`${month}-01T00:00:00Z`, `${addMonths(`${month}-01`, 1)}T00:00:00Z`];
  const row = (l: StatementLine, description: string, amount: string, category: string, method: string[] = ['', '']) =>
    /[1-9]/.test(amount)
      ? [
          [
            ...[...period, l.currency, category, description, amount, ...method],
            ...[l.target ?? '', l.target ?? '', allocatedTags(dimension.key, l.target, l.path) ?? ''],
          ],
        ]
      : [];
  const rows = lines.flatMap((l) => [
    ...row(l, 'Direct cost', l.direct, 'Usage'),
    ...row(l, 'Credits', l.credits, 'Credit'),
    ...l.shared.flatMap((s) => row(l, `Part of ${s.pool}`, s.amount, 'Usage', [methodId(s), methodDetails(s.ratio, s)])),
    ...row(l, 'Carried by others', l.passedOn, 'Usage'),
    ...l.adjustments.flatMap((a) => row(l, `True-up of ${a.month}`, a.amount, 'Adjustment')),
  ]);
  const header = [
    ...['ChargePeriodStart', 'ChargePeriodEnd', 'BillingCurrency', 'ChargeCategory', 'ChargeDescription', 'EffectiveCost'],
    ...['AllocatedMethodId', 'AllocatedMethodDetails', 'AllocatedResourceId', 'AllocatedResourceName', 'AllocatedTags'],
  ];
  return [header, ...rows];
}
