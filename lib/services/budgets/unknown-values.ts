import type { Budget } from '../../core/budgets/types';
import { unknownIn } from '../../core/budgets/unknown-values';
import { parseFilters } from '../../core/costs/cost-query';
import type { CostDimension } from '../../core/costs/dimensions';
import { knownValues } from '../../db/queries/cost-cube';

/** What each of these budgets names in its filter and no charge has, in their order: such a budget says nothing for ever. */
export async function unknownValues(organization: number, budgets: readonly Budget[]): Promise<string[][]> {
  const filters = budgets.map((b) => parseFilters(b.filter));
  const dimensions = [...new Set(filters.flat().map((f) => f.dimension))];
  if (dimensions.length === 0) return budgets.map(() => []);
  const known = await knownValues(organization, dimensions);
  if ([...known.values()].every((values) => values.length === 0)) return budgets.map(() => []); // nothing is loaded yet
  return filters.map((list) => list.flatMap((f) => unknownIn(f, known.get(f.dimension as CostDimension) ?? [])));
}
