import writeExcel, { type Cell } from 'write-excel-file/node';
import { type Actor, requirePermission } from '../../core/access/actor';
import { csvLine, csvStart } from '../../core/csv/cell';
import { dimensionTitle } from '../../core/explore/dimensions';
import type { ExploreQuery } from '../../core/explore/explore-query';
import { exploreMeasures, isAdditive } from '../../core/explore/measures';
import type { ExploreGroup, ExploreQuestion, ExploreTotal } from '../../core/explore/question';
import { valueName } from '../../core/explore/value-name';
import { legsText, type MonthRate } from '../../core/fx/rate';
import { groupsOnCopy } from '../../db/columnar/answer';
import { onCopy } from './engine';
import { understood } from './explore';

/** Groups of one currency that a file holds; a spreadsheet ends at about a million rows. */
const MOST = 1_000_000;

interface GroupFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** Every group of a view, of every currency, with totals: CSV with all digits, or a workbook with a sheet for each currency. */
export async function exportGroups(
  actor: Actor,
  query: ExploreQuery,
  format: 'csv' | 'xlsx',
  today: string,
  signal?: AbortSignal,
): Promise<GroupFile> {
  requirePermission(actor, 'costs:read');
  const { question } = await understood(actor, query, today);
  const { groups, totals, used } = await onCopy(actor.organizationId, (store) => groupsOnCopy(store, question, MOST, signal));
  const name =
    `${question.measure}-by-${question.by.join('-and-') || 'nothing'}-${question.range.from}-to-${question.range.to}.${format}`.replace(
      /[^\w.-]+/g,
      '-',
    );
  if (format === 'csv') return { name, type: 'text/csv; charset=utf-8', bytes: Buffer.from(csvOf(question, groups, totals, used)) };
  const sheets = totals.map((total) =>
    sheetOf(
      question,
      groups.filter((g) => g.currency === total.currency && g.unit === total.unit),
      total,
    ),
  );
  return {
    name,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await writeExcel(used.length > 0 ? [...sheets, ratesSheet(used)] : sheets).toBuffer(),
  };
}

const header = ({ by, measure, comparison, conversion }: ExploreQuestion): string[] => [
  ...by.map(dimensionTitle),
  'Currency or unit',
  conversion && conversion.rates.length > 0 ? `${exploreMeasures[measure].title} (${conversion.to})` : exploreMeasures[measure].title,
  ...(comparison ? [`Compared: ${comparison.from} to before ${comparison.to}`] : []),
  'Tokens',
  'Charges',
];

const figures = ({ comparison }: ExploreQuestion, row: Omit<ExploreGroup, 'values'>): (string | null)[] => [
  row.amount,
  ...(comparison ? [row.previous] : []),
  row.tokens,
  String(row.charges),
];

const unitOf = ({ currency, unit }: { currency: string; unit: string | null }): string => currency || (unit ?? '');

function csvOf(
  question: ExploreQuestion,
  groups: readonly ExploreGroup[],
  totals: readonly ExploreTotal[],
  used: readonly MonthRate[],
): string {
  const line = (kind: string, labels: readonly string[], row: Omit<ExploreGroup, 'values'>) =>
    csvLine([kind, ...labels, unitOf(row), ...figures(question, row).map((f) => f ?? '')]);
  return (
    csvStart +
    csvLine(['Row', ...header(question)]) +
    groups.map((g) => line('group', labelsOf(question, g), g)).join('') +
    totals.map((t) => line('total', totalLabels(question), t)).join('') +
    notes(question, used)
  );
}

/** What a group is called, as on the page: one without a value says which it lacks. */
const labelsOf = ({ by }: ExploreQuestion, { values }: ExploreGroup): string[] => by.map((word, i) => values[i] ?? valueName(word, null));

const totalLabels = ({ by }: ExploreQuestion): string[] => by.map((_, i) => (i === 0 ? 'Total' : ''));

/** The rates that were taken, below the totals, so that a figure in the file can be reckoned again. */
const notes = (question: ExploreQuestion, used: readonly MonthRate[]): string => {
  const empty = header(question)
    .slice(1)
    .map(() => '');
  return used
    .map((r) => csvLine(['rate', `Rate of ${r.month.slice(0, 7)}: 1 ${r.base} = ${r.rate} ${r.quote} (${r.source}, ${r.day})`, ...empty]))
    .join('');
};

/** The same as a sheet; rates keep every digit as text. */
function ratesSheet(used: readonly MonthRate[]) {
  const titles = ['Month', 'From', 'To', 'Rate', 'Published', 'Source', 'Made of', 'Closed'];
  const cell = (value: string, bold = false): Cell => ({ value, type: String, ...(bold && { fontWeight: 'bold' as const }) });
  return {
    sheet: 'Rates',
    stickyRowsCount: 1,
    columns: titles.map((t) => ({ width: t === 'Made of' ? 60 : 18 })),
    data: [
      titles.map((t) => cell(t, true)),
      ...used.map((r) =>
        [r.month.slice(0, 7), r.base, r.quote, r.rate, r.day, r.source, legsText(r), r.closed ? 'yes' : 'no'].map((v) => cell(v)),
      ),
    ],
  };
}

function sheetOf(question: ExploreQuestion, groups: readonly ExploreGroup[], total: ExploreTotal) {
  const text = (value: string | null, bold = false): Cell => ({
    value: value ?? '',
    type: String,
    ...(bold && { fontWeight: 'bold' as const }),
  });
  const format = isAdditive(question.measure) ? '#,##0.00' : '#,##0.0000';
  // a spreadsheet keeps 15 digits of a number; the CSV has them all
  const number = (value: string | null, bold: boolean): Cell =>
    value === null
      ? null
      : {
          value: Number(value),
          type: Number,
          format: Number.isInteger(Number(value)) && !value.includes('.') ? '#,##0' : format,
          ...(bold && { fontWeight: 'bold' as const }),
        };
  const row = (labels: readonly string[], of: Omit<ExploreGroup, 'values'>, bold = false): Cell[] => [
    ...labels.map((l) => text(l, bold)),
    text(unitOf(of), bold),
    ...figures(question, of).map((f) => number(f, bold)),
  ];
  const titles = header(question);
  return {
    sheet: (unitOf(total) || 'All').replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    stickyRowsCount: 1,
    columns: titles.map((_, i) => ({ width: i < question.by.length ? 36 : 20 })),
    data: [titles.map((t) => text(t, true)), ...groups.map((g) => row(labelsOf(question, g), g)), row(totalLabels(question), total, true)],
  };
}
