import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { ExploreQuery } from '../../core/explore/explore-query';
import { bestNamed, type Found, type FoundKind } from '../../core/search/found';
import { addressOf, costHref, viewOf } from '../../core/views/cost-address';
import { listAgreements } from '../../db/records/agreements';
import { listBudgets } from '../../db/records/budgets';
import { listDashboards } from '../dashboards/manage-dashboards';
import { dimensionValues } from '../explore/dimension-values';
import { listViews } from '../views/manage-views';

/** So many of each kind: who wants more types more. */
const MOST = 5;

/** Dimensions whose values are found by name, with what their costs are grouped by. */
const valued = { model: 'token-type', team: 'service', service: 'model', 'sub-account': 'service' } as const satisfies Partial<
  Record<FoundKind, string>
>;

/** Everything of the organisation that has a page of its own and a name that holds what was typed: a few of each kind, the best first. */
export async function search(actor: Actor, typed: string, today: string, signal?: AbortSignal): Promise<Found[]> {
  requirePermission(actor, 'costs:read');
  requirePermission(actor, 'budgets:read');
  requirePermission(actor, 'agreements:read');
  const q = typed.trim();
  if (!q) return [];
  const [views, dashboards, budgets, agreements, ...values] = await Promise.all([
    listViews(actor),
    listDashboards(actor),
    listBudgets(actor.organizationId),
    listAgreements(actor.organizationId),
    ...Object.keys(valued).map((kind) => valuesOf(actor, kind as keyof typeof valued, q, today, signal)),
  ]);
  const found = (kind: FoundKind, list: readonly { name: string; href: string }[]): Found[] =>
    bestNamed(list, q, MOST).map(({ name, href }) => ({ kind, name, href }));
  return [
    ...found(
      'view',
      views.map((v) => ({ name: v.name, href: `/costs?${addressOf(viewOf(v.address))}&view=${v.id}` })),
    ),
    ...found(
      'dashboard',
      dashboards.map((d) => ({ name: d.name, href: `/dashboards/${d.id}` })),
    ),
    ...found(
      'budget',
      budgets.map(({ budget }) => ({ name: budget.name, href: `/budgets/${encodeURIComponent(budget.name)}` })),
    ),
    ...found(
      'agreement',
      agreements.map(({ id, agreement }) => ({ name: agreement.name, href: `/agreements/${id}` })),
    ),
    ...values.flat(),
  ];
}

/** Values of a dimension in the last twelve months, the largest first. While the copy of the ledger is being made there are none. */
async function valuesOf(
  actor: Actor,
  kind: keyof typeof valued,
  q: string,
  today: string,
  signal: AbortSignal | undefined,
): Promise<Found[]> {
  const asked = ExploreQuery.parse({ period: '12m', by: kind, compare: 'none' });
  const { values } = await dimensionValues(actor, { ...asked, q }, today, signal).catch((e: unknown) => {
    if (e instanceof AppError && e.code === 'preparing') return { values: [] };
    throw e;
  });
  const names = [...new Set(values.flatMap((v) => (v.values[0] ? [v.values[0]] : [])))].slice(0, MOST);
  return names.map((name) => ({
    kind,
    name,
    href: costHref({ period: '12m', by: valued[kind], f: [{ dimension: kind, values: [name], exclude: false }] }),
  }));
}
