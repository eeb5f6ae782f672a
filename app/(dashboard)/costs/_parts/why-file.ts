import { type ChartTable, toCsv } from '@/components/charts/prepare/table';
import { rangeText } from '@/components/filters/period-words';
import type { CostChange } from '@/lib/core/explore/cost-change';
import { rateNote } from '@/lib/core/explore/group-file';
import { partName, termWords } from './why-words';

/** Every cause with all its parts, exact. What it was, and the parts below it, add up to what it is, each currency for itself. */
export function whyCsv({ period, comparison, sections, conversion }: CostChange): string {
  const table: ChartTable = {
    columns: [
      { key: 'cause', header: 'Cause' },
      { key: 'what', header: 'Of' },
      { key: 'currency', header: 'Currency' },
      { key: 'amount', header: 'Amount', numeric: true },
    ],
    rows: sections.flatMap(({ currency, before, after, steps }) => [
      { row: 'before', cause: comparison ? rangeText(comparison, { year: true }) : '', currency, amount: before },
      ...steps.flatMap(({ term, parts }) =>
        parts.map((part) => ({ row: 'cause', cause: termWords[term].name, what: partName(part), currency, amount: part.amount })),
      ),
      { row: 'after', cause: rangeText(period, { year: true }), currency, amount: after },
    ]),
    notes: (conversion?.rates ?? []).map((r) => ({ row: 'rate', words: rateNote(r) })),
  };
  return toCsv(table);
}
