import { type Actor, requirePermission } from '../../core/access/actor';
import type { ChargeRow } from '../../core/explore/charge-row';
import type { ExploreQuery } from '../../core/explore/explore-query';
import type { ExploreTotal } from '../../core/explore/question';
import type { Range } from '../../core/time/period';
import { exploreGroups } from '../../db/columnar/explore';
import { exploreCharges } from '../../db/columnar/explore-charges';
import { withConnection } from '../../db/columnar/store';
import { onCopy } from './engine';
import { understood } from './explore';

export interface ChargePage {
  period: Range;
  page: number;
  pageSize: number;
  rows: ChargeRow[];
  hasMore: boolean;
  /** Of all pages, each currency for itself. */
  totals: ExploreTotal[];
}

const PAGE = 50;

/** One page of the charges behind a view, largest first, and what all of them add up to. */
export async function getCharges(actor: Actor, query: ExploreQuery, today: string, signal?: AbortSignal): Promise<ChargePage> {
  requirePermission(actor, 'costs:read');
  const { question } = await understood(actor, { ...query, by: 'none', compare: 'none' }, today);
  const page = { limit: PAGE + 1, offset: (query.page - 1) * PAGE };
  const [rows, { totals }] = await onCopy(actor.organizationId, (store) =>
    Promise.all([
      withConnection(store, (c, held) => exploreCharges(c, held, question, page), signal),
      withConnection(store, (c, held) => exploreGroups(c, held, question, 1), signal),
    ]),
  );
  return {
    period: question.range,
    page: query.page,
    pageSize: PAGE,
    rows: rows.slice(0, PAGE),
    hasMore: rows.length > PAGE,
    totals: totals.filter((t) => t.charges > 0).sort((a, b) => b.charges - a.charges || (a.currency < b.currency ? -1 : 1)),
  };
}
