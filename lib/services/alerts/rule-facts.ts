import { newValueDimensions } from '../../core/alerts/rules';
import type { RuleFacts, SourceHistory } from '../../core/alerts/tell/facts';
import { BudgetCube, type CostCube } from '../../core/budgets/cube';
import { costDimensions } from '../../core/costs/dimensions';
import { addDays, type Day, earlier } from '../../core/time/days';
import { costCube } from '../../db/queries/cost-cube';
import { firstSeen } from '../../db/queries/first-seen';
import { loadHistory } from '../../db/queries/load-history';
import { sourceRows } from '../../db/queries/overview';
import { giveWay } from '../give-way';
import { completeToOf } from './recent';

/** Days of history before the first one asked for: what a weekday is judged by. */
const HISTORY = 120;
const nothing: CostCube = { slices: [], cells: [] };

/** What rules are judged by, and the cells it was made of. */
export interface FactsAndCells extends RuleFacts {
  cells: CostCube;
  /** Whether any bill is recent enough to say something of costs. */
  hasCosts: boolean;
}

/**
 * Reads the ledger of the last days, and what was usual before. With `history`, when each load of each source came, for a look back; else the last one, as
 * it counts now.
 */
export async function readFacts(
  organization: number,
  now: Date,
  { days, history }: { days: number; history: boolean },
): Promise<FactsAndCells> {
  const today = now.toISOString().slice(0, 10);
  const complete = await completeToOf(organization, now);
  const completeTo = complete ?? today;
  const from = addDays(completeTo, -days);
  const [cells, seen, sources] = await Promise.all([
    complete === null ? nothing : costCube(organization, addDays(from, -HISTORY)),
    complete === null
      ? []
      : firstSeen(
          organization,
          newValueDimensions.map((d) => costDimensions[d].column),
        ),
    history ? arrivals(organization) : present(organization, today),
  ]);
  return {
    cells,
    cube: await BudgetCube.inTurns(cells, giveWay),
    from,
    completeTo,
    today,
    firstSeen: seen,
    sources,
    hasCosts: complete !== null,
  };
}

async function present(organization: number, today: Day): Promise<SourceHistory[]> {
  return (await sourceRows(organization)).map(({ id, name, provider, completeTo, lastLoadAt }) => ({
    id,
    name,
    provider,
    loads: completeTo === null ? [] : [{ at: earlier(lastLoadAt?.toISOString().slice(0, 10) ?? today, today), completeTo }],
  }));
}

async function arrivals(organization: number): Promise<SourceHistory[]> {
  const found = new Map<number, SourceHistory & { loads: { at: Day; completeTo: Day }[] }>();
  for (const { sourceId: id, name, provider, at, completeTo } of await loadHistory(organization)) {
    const source = found.get(id) ?? { id, name, provider, loads: [] };
    source.loads.push({ at, completeTo });
    found.set(id, source);
  }
  return [...found.values()];
}
