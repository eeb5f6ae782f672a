import { type CostFilter, NONE } from '../../core/costs/cost-query';
import { costDimensions } from '../../core/costs/dimensions';
import { join, raw, type Sql, sql } from '../sql';

/** ` and …` over the columns of a slice. Column names come from the catalogue, values are bound. */
export function sliceFilter(filters: readonly CostFilter[]): Sql {
  return join(
    [
      raw(''),
      ...filters.map(({ dimension, values, exclude }) => {
        const column = raw(`s.${costDimensions[dimension].column}`);
        const named = values.filter((v) => v !== NONE);
        const matches = sql`coalesce(${column} = any(${named}::text[]), ${values.includes(NONE)}::boolean)`;
        return exclude ? sql` and not ${matches}` : sql` and ${matches}`;
      }),
    ],
    '',
  );
}
