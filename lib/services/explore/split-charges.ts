import { type Actor, requirePermission } from '../../core/access/actor';
import type { AllocatedCells } from '../../core/allocation/allocated-columns';
import { type ChargePart, chargeParts, type MonthParts, partOf, partsOf } from '../../core/allocation/charge-parts';
import { fold } from '../../core/allocation/fold';
import { pathsOn } from '../../core/allocation/tree';
import type { ExploreGroup } from '../../core/explore/question';
import { type FocusFileVersion, fileColumns } from '../../core/focus/file-columns';
import type { Day } from '../../core/time/days';
import type { AskedDimension } from '../../db/queries/allocated-costs';
import type { ChargeFileRow } from '../../db/queries/charge-file';
import { readSettings } from '../../db/records/allocation';
import { monthFigures } from '../allocation/month-figures';
import { askedDimension, findDimension } from '../allocation/settings';

/** How the shared costs of a dimension are split in a period: as Showback has it for the same days. */
export interface ChargeSplit {
  dimension: AskedDimension;
  /** The dimension as the explorer calls it. */
  word: string;
  /** By month, like `2026-10`. */
  months: ReadonlyMap<string, MonthParts>;
  /** At most so many rows more than charges, for groups by the dimension. */
  moreRows: (groups: readonly ExploreGroup[]) => number;
}

/** The split of a period by a dimension. Needs `allocation:read`; throws `not_found` where there is no such dimension. */
export async function splitOf(
  actor: Actor,
  key: string,
  { from, to, basis }: { from: Day; to: Day; basis: 'effective' | 'billed' },
): Promise<ChargeSplit> {
  requirePermission(actor, 'allocation:read');
  const settings = await readSettings(actor.organizationId);
  const dimension = findDimension(settings, key);
  const figures = await monthFigures(actor.organizationId, settings, dimension, { from, to, basis });
  const months = new Map(
    figures.map(({ month, costs, shares }) => {
      const spelt = new Map(costs.flatMap((c) => (c.value === null ? [] : [[fold(c.value), c.value] as const])));
      const named = shares.map((s) => ({ ...s, target: s.target === null ? null : (spelt.get(fold(s.target)) ?? s.target) }));
      const firstDay = month === from.slice(0, 7) ? from : `${month}-01`;
      return [month, chargeParts(named, dimension.key, pathsOn(settings.tree, firstDay))];
    }),
  );
  const asked = askedDimension(dimension);
  return {
    dimension: asked,
    word: asked.isBuiltIn ? 'team' : `allocation:${dimension.key}`,
    months,
    moreRows: (groups) =>
      groups.reduce((rows, { values: [owner = null], currency, charges }) => {
        const most = Math.max(1, ...[...months.values()].map((parts) => partsOf(parts, owner, currency).length));
        return rows + charges * (most - 1);
      }, 0),
  };
}

/** What of a charge is divided among its parts; a price stays what it is. */
const divided = new Set([
  ...['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost', 'PricingCurrencyEffectiveCost'],
  ...['ConsumedQuantity', 'PricingQuantity', 'CommitmentDiscountQuantity'],
]);

/** The rows with each charge of a shared value as its parts, which add up to it in every amount. */
export async function* splitRows(
  batches: AsyncIterable<readonly ChargeFileRow[]>,
  { months }: ChargeSplit,
  version: FocusFileVersion,
): AsyncGenerator<ChargeFileRow[]> {
  const columns = fileColumns(version, true);
  const placeOf = (name: string) => columns.findIndex((c) => c.of === name);
  const [start, currency, owner] = [placeOf('ChargePeriodStart'), placeOf('BillingCurrency'), placeOf('x_Owner')];
  let out: ChargeFileRow[] = [];
  for await (const rows of batches)
    for (const row of rows) {
      const parts = partsOf(months.get((row[start] ?? '').slice(0, 7)), row[owner] ?? null, row[currency] ?? '-');
      if (parts.length === 0) out.push(row);
      for (const part of parts) out.push(row.map((cell, i) => cellOf(columns[i]?.of ?? '', cell, part)));
      if (out.length < BATCH) continue;
      yield out;
      out = [];
    }
  if (out.length > 0) yield out;
}

/** Rows that are handed on together. */
const BATCH = 5_000;

function cellOf(of: string, cell: string | null, { target, ratio, cells }: ChargePart): string | null {
  if (of === 'x_Owner') return target;
  if (of in cells) return cells[of as keyof AllocatedCells];
  return cell !== null && divided.has(of) ? partOf(cell, ratio) : cell;
}
