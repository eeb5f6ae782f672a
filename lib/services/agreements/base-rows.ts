import { type Converted, convertRows } from '../../core/agreements/convert';
import type { Agreement, BaseRow } from '../../core/agreements/types';
import { parseFilters } from '../../core/costs/cost-query';
import { costsByGroup } from '../../db/queries/costs-by-group';
import { seriesBase } from '../../db/records/series';

/** What an agreement is counted on, in its currency. */
export interface BaseRows extends Converted {
  /** Why there are none, in words; null where there are. */
  missing: string | null;
}

const always = { from: '2000-01-01', to: '2100-01-01' };

/** The base of an agreement: the rows of its series, or the daily sums of its filter in the ledger, booked on their own day. */
export async function baseRows(organization: number, a: Agreement): Promise<BaseRows> {
  if (a.kind === 'term') return { rows: [], unconverted: [], missing: 'A licence has no base.' };
  if (!a.base) return { rows: [], unconverted: [], missing: 'No base was named: give a series or a filter of the ledger.' };
  const rows = 'series' in a.base ? await seriesBase(organization, a.base.series) : await ledgerBase(organization, a.base);
  if (rows === null)
    return { rows: [], unconverted: [], missing: `There is no series "${'series' in a.base ? a.base.series : ''}" yet. Upload it.` };
  return { ...convertRows(rows, a.currency, a.fx), missing: null };
}

async function ledgerBase(
  organization: number,
  { filter, measure }: Extract<NonNullable<Exclude<Agreement, { kind: 'term' }>['base']>, { filter: unknown }>,
): Promise<BaseRow[]> {
  const groups = await costsByGroup(organization, { groupBy: ['day'], ...always, filters: parseFilters(filter), measure });
  return groups.flatMap(({ group, currency, [measure]: amount }) => {
    const date = group.day;
    return date && amount !== null ? [{ id: `${date} ${currency}`, date, booked: date, amount, currency }] : [];
  });
}
