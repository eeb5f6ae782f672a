import writeExcel from 'write-excel-file/node';
import { type Actor, requirePermission } from '../../core/access/actor';
import { csvLine, csvStart } from '../../core/csv/cell';
import type { ExploreQuery } from '../../core/explore/explore-query';
import { type GroupFileRow, groupFileHeads, groupFileLabels, groupFileUnit, partlyOf, rateNote } from '../../core/explore/group-file';
import type { ExploreGroup, ExploreQuestion, ExploreTotal, Unpriced } from '../../core/explore/question';
import type { MonthRate } from '../../core/fx/rate';
import { groupsOnCopy } from '../../db/columnar/answer';
import { dimensionTitles } from './dimension-titles';
import { onCopy } from './engine';
import { understood } from './explore';
import { countsOf, figureHeads, groupSheet, nothingWords, ratesSheet, sheetNames } from './group-sheet';
import { unpricedOf } from './unpriced';

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
  const { groups, totals, used } = await onCopy(actor.organizationId, (store) => groupsOnCopy(store, question, MOST, { signal }));
  const unpriced = await unpricedOf(actor.organizationId, question, signal);
  const name =
    `${question.measure}-by-${question.by.join('-and-') || 'nothing'}-${question.range.from}-to-${question.range.to}.${format}`.replace(
      /[^\w.-]+/g,
      '-',
    );
  const heads = headsOf(question, await dimensionTitles(actor.organizationId, question.by));
  if (format === 'csv')
    return { name, type: 'text/csv; charset=utf-8', bytes: Buffer.from(csvOf(question, heads, { groups, totals, unpriced, used })) };
  const { measure } = question;
  const names = sheetNames(totals.map((total) => groupFileUnit(measure, total)));
  const sheets = totals.map((total, i) =>
    groupSheet({
      name: names[i] ?? '',
      measure,
      heads,
      groups: groups
        .filter((g) => g.currency === total.currency && g.unit === total.unit)
        .map((g) => rowOf(question, groupFileLabels(question.by, g.values), g)),
      total: rowOf(question, totalLabels(question), total),
      note: partlyOf(measure, total, unpriced),
    }),
  );
  if (sheets.length === 0)
    sheets.push(groupSheet({ name: 'Nothing found', measure, heads, groups: [], total: null, note: nothingWords(question) }));
  return {
    name,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await writeExcel(used.length > 0 ? [...sheets, ratesSheet(used)] : sheets).toBuffer(),
  };
}

type Heads = ReturnType<typeof groupFileHeads>;

const headsOf = ({ measure, comparison, conversion }: ExploreQuestion, titles: readonly string[]): Heads =>
  groupFileHeads({ titles, measure, comparison, told: conversion && conversion.rates.length > 0 ? conversion : null });

const rowOf = ({ measure, comparison }: ExploreQuestion, labels: readonly string[], of: Omit<ExploreGroup, 'values'>) => ({
  labels: [...labels, groupFileUnit(measure, of)],
  money: comparison ? [of.amount, of.previous] : [of.amount],
  tokens: of.tokens,
  charges: String(of.charges),
});

const totalLabels = ({ by }: ExploreQuestion): string[] => by.map((_, i) => (i === 0 ? 'Total' : ''));

interface Found {
  groups: readonly ExploreGroup[];
  totals: readonly ExploreTotal[];
  unpriced: readonly Unpriced[];
  used: readonly MonthRate[];
}

function csvOf(question: ExploreQuestion, said: Heads, { groups, totals, unpriced, used }: Found): string {
  const { by, measure } = question;
  const heads = [...said.labels, said.unit, ...figureHeads(said)];
  const line = (kind: GroupFileRow, cells: readonly (string | null)[]) => csvLine([kind, ...heads.map((_, i) => cells[i] ?? '')]);
  const figures = (names: readonly string[], of: Omit<ExploreGroup, 'values'>) => {
    const row = rowOf(question, names, of);
    return [...row.labels, ...row.money, ...countsOf(said, row)];
  };
  // below the totals and without a figure, so that nobody adds them up
  const missing = totals.flatMap((t) => {
    const words = partlyOf(measure, t, unpriced);
    return words === null ? [] : [line('note', [`${groupFileUnit(measure, t)}: ${words}`])];
  });
  return [
    csvStart + csvLine(['Row', ...heads]),
    ...groups.map((g) => line('group', figures(groupFileLabels(by, g.values), g))),
    ...totals.map((t) => line('total', figures(totalLabels(question), t))),
    ...missing,
    ...used.map((r) => line('rate', [rateNote(r)])),
  ].join('');
}
