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
        // a null is a member of no list, not even of the empty one: it is asked for by itself
        const matches = sql`case when ${column} is null then ${values.includes(NONE)}::boolean else ${column} = any(${named}::text[]) end`;
        return exclude ? sql` and not ${matches}` : sql` and ${matches}`;
      }),
    ],
    '',
  );
}
