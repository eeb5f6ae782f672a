import { parseFilters } from '../../core/costs/cost-query';
import type { Range } from '../../core/time/period';
import { baseMoves, notToBeTold } from '../../core/what-if/base-moves';
import type { Repriced, Scenario } from '../../core/what-if/scenario';
import { type AgreementFigures, type SideEffects, sideEffects } from '../../core/what-if/side-effects';
import { listAgreements } from '../../db/records/agreements';
import { lookUpModel } from '../../ingest/enrich/catalogue';
import { baseRows } from '../agreements/base-rows';

/**
 * What a scenario does to the agreements of the organisation. What is counted on a series cannot be told, and is said of what is spent; a share of
 * somebody's revenue has nothing to do with it.
 */
export async function sideEffectsOf(
  organization: number,
  { repriced, totals, isChanged }: { repriced: readonly Repriced[]; totals: Scenario['totals']; isChanged: boolean },
  period: Range,
  today: string,
): Promise<SideEffects> {
  const figures: AgreementFigures[] = [];
  if (!isChanged) return sideEffects([], totals, period, today);
  for (const { agreement } of await listAgreements(organization)) {
    if (agreement.kind === 'term' || !agreement.base) continue;
    const { base } = agreement;
    if ('series' in base && agreement.kind === 'revenue_share') continue;
    const moves =
      'series' in base
        ? notToBeTold(base.series)
        : baseMoves(inTerm(repriced, agreement), parseFilters(base.filter), (model) => lookUpModel(model)?.vendor ?? null);
    if (moves.rows.length || moves.unknown.length) figures.push({ agreement, base: await baseRows(organization, agreement), moves });
  }
  return sideEffects(figures, totals, period, today);
}

const inTerm = (repriced: readonly Repriced[], { start, end }: { start: string; end: string | null }) =>
  repriced.filter(({ cell }) => cell.day >= start && (end === null || cell.day <= end));
