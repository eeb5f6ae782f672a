import { type Actor, requirePermission } from '../../core/access/actor';
import type { Range } from '../../core/time/period';
import { driftOf, sumKnown } from '../../core/units/per-unit';
import { type Channel, isChannel, providerOfChannel } from '../../core/usage/channels';
import { type EstimateDay, estimateDrift, type UnexplainedDay, unexplainedByDay } from '../../db/queries/estimate-drift';

/** One provider's bill against its events; sums over the period, or a day of it. */
export interface Calibrated {
  provider: string | null;
  day: string | null;
  events: number;
  /** What the sources thought, and the bill of the same events; drift is of these two. */
  estimate: string | null;
  invoiceOfEstimated: string | null;
  estimateDrift: string | null;
  /** List prices, and the bill of the same events. */
  list: string | null;
  invoiceOfListed: string | null;
  listDrift: string | null;
  /** On events. */
  invoice: string | null;
  /** Events that no bill pays for. */
  withoutInvoice: number;
  /** On the bill and on no event; null where there is no bill. */
  unexplained: string | null;
}

export interface Calibration {
  currency: string | null;
  total: Calibrated | null;
  providers: Calibrated[];
  days: Calibrated[];
}

/** How far estimates and list prices are from the bills, by provider and by day, in one currency. Needs `events:read`. */
export async function getCalibration(actor: Actor, period: Range, currency: string | null): Promise<Calibration> {
  requirePermission(actor, 'events:read');
  const [rows, bills] = await Promise.all([estimateDrift(actor.organizationId, period), unexplainedByDay(actor.organizationId, period)]);
  const own = rows.filter((r) => currency === null || [r.estimateCurrency, r.listCurrency, r.currency].includes(currency));
  const billed = bills.filter((b) => b.currency === currency);
  const providerOf = (r: EstimateDay) => (r.channel !== null && isChannel(r.channel) ? providerOfChannel(r.channel as Channel) : r.channel);
  // a provider without any event has a line as well: all that its bill says is without events
  const providers = [...new Set([...own.map(providerOf), ...billed.map((b) => b.provider)])].sort();
  const days = [...new Set([...own.map((r) => r.day), ...billed.map((b) => b.day)])].sort();
  const of = (provider: string | null | undefined, day: string | undefined): Calibrated =>
    calibrated(
      own.filter((r) => (provider === undefined || providerOf(r) === provider) && (day === undefined || r.day === day)),
      billed.filter((b) => (provider === undefined || b.provider === provider) && (day === undefined || b.day === day)),
      { provider: provider ?? null, day: day ?? null, currency },
    );
  return {
    currency,
    total: own.length ? of(undefined, undefined) : null,
    providers: providers.map((p) => of(p, undefined)),
    days: days.flatMap((d) => providers.map((p) => of(p, d))).filter((c) => c.events > 0 || c.unexplained !== null),
  };
}

function calibrated(
  rows: readonly EstimateDay[],
  bills: readonly UnexplainedDay[],
  { provider, day, currency }: { provider: string | null; day: string | null; currency: string | null },
): Calibrated {
  const inOwn = (pick: (r: EstimateDay) => string | null, of: (r: EstimateDay) => string | null) =>
    sumKnown(rows.map((r) => (of(r) === currency ? pick(r) : null)));
  const invoiceOfEstimated = inOwn(
    (r) => r.invoiceOfEstimated,
    (r) => r.currency,
  );
  const invoiceOfListed = inOwn(
    (r) => r.invoiceOfListed,
    (r) => r.currency,
  );
  return {
    provider,
    day,
    events: rows.reduce((n, r) => n + r.events, 0),
    estimate: inOwn(
      (r) => r.estimate,
      (r) => r.estimateCurrency,
    ),
    invoiceOfEstimated,
    estimateDrift: driftOf(
      inOwn(
        (r) => r.estimateOfBilled,
        (r) => r.estimateCurrency,
      ),
      invoiceOfEstimated,
    ),
    list: inOwn(
      (r) => r.list,
      (r) => r.listCurrency,
    ),
    invoiceOfListed,
    listDrift: driftOf(
      inOwn(
        (r) => r.listOfBilled,
        (r) => r.listCurrency,
      ),
      invoiceOfListed,
    ),
    invoice: inOwn(
      (r) => r.invoice,
      (r) => r.currency,
    ),
    withoutInvoice: rows.reduce((n, r) => n + r.withoutInvoice, 0),
    unexplained: bills.length ? sumKnown(bills.map((b) => b.unexplained)) : null,
  };
}
