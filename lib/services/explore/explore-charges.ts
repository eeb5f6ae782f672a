import { type Actor, requirePermission } from '../../core/access/actor';
import type { ChargeRow } from '../../core/explore/charge-row';
import type { ExploreQuery } from '../../core/explore/explore-query';
import type { ExploreTotal, Unpriced } from '../../core/explore/question';
import type { Converted } from '../../core/fx/conversion';
import type { Range } from '../../core/time/period';
import { groupsOnCopy } from '../../db/columnar/answer';
import { exploreCharges } from '../../db/columnar/explore-charges';
import { withConnection } from '../../db/columnar/store';
import { onCopy } from './engine';
import { converted, understood } from './explore';
import { unpricedOf } from './unpriced';

export interface ChargePage {
  period: Range;
  page: number;
  pageSize: number;
  rows: ChargeRow[];
  hasMore: boolean;
  /** Of all pages, each currency for itself. */
  totals: ExploreTotal[];
  /** What is in no total, of the measures that are about prices. */
  unpriced: Unpriced[];
  /** What the totals are told in; the charges themselves stay as they were billed. */
  conversion: Converted | null;
}

const PAGE = 50;

/** One page of the charges behind a view, largest first, and what all of them add up to. */
export async function getCharges(actor: Actor, query: ExploreQuery, today: string, signal?: AbortSignal): Promise<ChargePage> {
  requirePermission(actor, 'costs:read');
  const { question } = await understood(actor, { ...query, by: 'none', compare: 'none' }, today);
  const page = { limit: PAGE + 1, offset: (query.page - 1) * PAGE };
  const [rows, { totals, used }] = await onCopy(actor.organizationId, (store) =>
    Promise.all([
      withConnection(store, (c, held) => exploreCharges(c, held, question, page), signal),
      groupsOnCopy(store, question, 1, { signal }),
    ]),
  );
  return {
    period: question.range,
    page: query.page,
    pageSize: PAGE,
    rows: rows.slice(0, PAGE),
    hasMore: rows.length > PAGE,
    totals: totals.filter((t) => t.charges > 0).sort((a, b) => b.charges - a.charges || (a.currency < b.currency ? -1 : 1)),
    unpriced: await unpricedOf(actor.organizationId, question, signal),
    conversion: converted(question, used),
  };
}
