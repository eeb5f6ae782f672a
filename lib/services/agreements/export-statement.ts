import writeExcel from 'write-excel-file/node';
import type { Actor } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { csvLine } from '../../core/csv/cell';
import { sheetText } from '../../core/text/sheet-text';
import { type AgreementStatement, getStatement } from './get-statement';

interface Sheet {
  name: string;
  header: string[];
  /** Decimals as text: they are written as they are, not through a float. */
  rows: string[][];
}

/** A statement to keep: CSV with one table, or a workbook with a sheet for each. Throws `invalid` for a licence, which has none. */
export async function exportStatement(
  actor: Actor,
  id: number,
  format: 'csv' | 'xlsx',
  days: { to?: string | undefined; asOf?: string | undefined },
): Promise<{ name: string; type: string; bytes: Buffer }> {
  const statement = await getStatement(actor, { id }, days);
  const sheets = sheetsOf(statement);
  const [first] = sheets;
  if (!first) throw new AppError('invalid', 'A licence has no statement.');
  const name = `${statement.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}-statement.${format}`.replace(/[^\x20-\x7e]/g, '_');
  if (format === 'csv') {
    const bytes = Buffer.from(`\uFEFF${[first.header, ...first.rows].map(csvLine).join('')}`);
    return { name, type: 'text/csv; charset=utf-8', bytes };
  }
  const cells = ({ header, rows }: Sheet) => [
    header.map((value) => ({ value: sheetText(value), type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value) => ({ value: sheetText(value), type: String, ...(/^-?\d+(\.\d+)?$/.test(value) && { align: 'right' as const }) })),
    ),
  ];
  const book = writeExcel(
    sheets.map((s) => ({ data: cells(s), sheet: s.name, stickyRowsCount: 1, columns: s.header.map(() => ({ width: 20 })) })),
  );
  return { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: await book.toBuffer() };
}

function sheetsOf(s: AgreementStatement): Sheet[] {
  const unit = s.currency;
  if ('periods' in s)
    return [
      {
        name: 'Statements',
        header: [
          'Period',
          'From',
          'To',
          `Opening ${unit}`,
          `Accrual ${unit}`,
          `True-up ${unit}`,
          `Posted ${unit}`,
          `Closing ${unit}`,
          'State',
        ],
        rows: s.periods.map((p) => [p.period, p.from, p.to, p.opening, p.accrual, p.trueUp, p.posted, p.closing, p.state]),
      },
      {
        name: 'Days',
        header: [
          'Day',
          `Base ${unit}`,
          'Rate',
          `Earned ${unit}`,
          `Accrued since the beginning ${unit}`,
          `Posted ${unit}`,
          `Above the cap ${unit}`,
        ],
        rows: s.days.map((d) => [d.date, d.base, d.rate, d.earned, d.accrued, d.posted, d.notAccrued]),
      },
      {
        name: 'Corrections',
        header: ['Period', 'Earned on', 'Booked on', `Amount ${unit}`],
        rows: s.periods.flatMap((p) => p.causes.map((c) => [p.period, c.date, c.booked, c.amount])),
      },
    ];
  if ('tranches' in s)
    return [
      {
        name: 'Commitment',
        header: [
          'From',
          'To',
          `Committed ${unit}`,
          `Consumed ${unit}`,
          `Remaining ${unit}`,
          `Even pace ${unit}`,
          `Needed a day ${unit}`,
          `Expected ${unit}`,
          `Projected shortfall ${unit}`,
        ],
        rows: s.tranches.map((t) => [
          ...[t.from, t.to, t.amount, t.consumed, t.remaining, t.ideal, t.requiredPerDay ?? ''],
          ...[t.forecast?.point ?? '', t.forecast?.shortfall ?? ''],
        ]),
      },
      {
        name: 'Days',
        header: ['Day', `Consumed ${unit}`, `Even pace ${unit}`],
        rows: s.tranches.flatMap((t) => t.days.map((d) => [d.date, d.consumed, d.ideal])),
      },
    ];
  if ('lots' in s)
    return [
      {
        name: 'Lots',
        header: ['Lot', 'Purchased', 'Expires', `Amount ${unit}`, `Drawn ${unit}`, `Left ${unit}`, `Expired ${unit}`],
        rows: s.lots.map((l) => [l.name, l.purchased, l.expires ?? '', l.amount, l.drawn, l.balance, l.expired]),
      },
      {
        name: 'Days',
        header: ['Day', `Used ${unit}`, `Drawn ${unit}`, `Not covered ${unit}`, `Expired ${unit}`, `Balance ${unit}`],
        rows: s.days.map((d) => [d.date, d.used, d.drawn, d.uncovered, d.expired, d.balance]),
      },
    ];
  return [];
}
