import { type Actor, requirePermission } from '../../core/access/actor';
import { can } from '../../core/access/permissions';
import { AppError } from '../../core/app-error';
import { rangeFault } from '../../core/costs/cost-query';
import { type ModelNamed, modelNamed, suggest } from '../../core/meters/suggest';
import { LONGEST_METER } from '../../core/meters/taught';
import { type MetersView, type RecognisedShare, shareOf, sumBy, type UnrecognisedMeter, whyUnrecognised } from '../../core/meters/view';
import { byAmount } from '../../core/money/order';
import { listPrices } from '../../core/pricing/book/list-prices';
import { byText } from '../../core/text/by-text';
import type { Range } from '../../core/time/period';
import { aiSpendByProvider, billedModels, type OddMeter, oddMeters } from '../../db/queries/meters';
import { listTaught } from '../../db/records/taught-meters';
import { providerName } from '../../ingest/enrich/provider';

/** What of the AI spend of a period is recognised, which meters are not, and what was taught. Needs `costs:read`. */
export async function listMeters(actor: Actor, period: Range): Promise<MetersView> {
  requirePermission(actor, 'costs:read');
  const organization = actor.organizationId;
  const [odd, spend, models, taught] = await Promise.all([
    oddMeters(organization, period),
    aiSpendByProvider(organization, period),
    billedModels(organization),
    listTaught(organization),
  ]);
  const named: ModelNamed[] = [
    ...models.map((model) => modelNamed(model, 'bill')),
    ...[...new Set(listPrices().map((card) => card.model))].map((model) => modelNamed(model, 'prices')),
  ];
  return {
    unrecognised: joined(odd, named),
    shares: spend.map(
      (s): RecognisedShare => ({ ...s, providerName: providerName(s.provider), share: shareOf(s.effective, s.unrecognised) }),
    ),
    taught: taught.map(({ taughtByName, taughtAt, ...t }) => ({
      ...t,
      providerName: providerName(t.provider),
      taughtBy: taughtByName,
      taughtAt: taughtAt.toISOString(),
    })),
    mayTeach: can(actor.role, 'meters:write'),
  };
}

/** One line per meter, whatever its services, units and currencies; the dearest of each currency first. */
function joined(odd: readonly OddMeter[], models: readonly ModelNamed[]): UnrecognisedMeter[] {
  const meters = new Map<string, OddMeter[]>();
  for (const row of odd) {
    const key = JSON.stringify([row.provider, row.text?.trim().toLowerCase() ?? null]);
    meters.set(key, [...(meters.get(key) ?? []), row]);
  }
  return [...meters.values()].map((rows) => lineOf(rows, models)).sort(byCost);
}

function byCost(a: UnrecognisedMeter, b: UnrecognisedMeter): number {
  const [first, second] = [a.costs[0], b.costs[0]];
  return (
    byText(first?.currency ?? '', second?.currency ?? '') ||
    byAmount(first?.amount ?? '0', second?.amount ?? '0') ||
    byText(a.text ?? '', b.text ?? '')
  );
}

function lineOf(rows: readonly OddMeter[], models: readonly ModelNamed[]): UnrecognisedMeter {
  const first = rows[0] as OddMeter;
  const text = first.text && first.text.trim().length <= LONGEST_METER ? first.text.trim() : null;
  const days = rows.flatMap((r) => [r.firstDay, r.lastDay]).sort();
  return {
    provider: first.provider,
    providerName: providerName(first.provider),
    text,
    column: first.column,
    services: [...new Set(rows.flatMap((r) => r.service ?? []))].sort(),
    charges: String(rows.reduce((n, r) => n + BigInt(r.charges), 0n)),
    costs: sumBy(
      rows,
      (r) => r.currency,
      (r) => r.effective ?? '0',
    )
      .map(({ key, amount }) => ({ currency: key, amount }))
      .sort((a, b) => byText(a.currency, b.currency)),
    quantities: sumBy(
      rows,
      (r) => r.unit,
      (r) => r.quantity,
    ).map(({ key, amount }) => ({ unit: key, amount })),
    why: [...new Set(rows.map(whyUnrecognised))].join(' '),
    suggestion: text === null || rows.every((r) => r.isSuspect) ? null : suggest(text, models, first.model),
    firstDay: days[0] ?? '',
    lastDay: days.at(-1) ?? '',
  };
}

/** The same for a terminal and for machines, over `[from, to)`. Throws `invalid` for what are no days. */
export async function queryMeters(actor: Actor, { from, to }: { from?: string | undefined; to?: string | undefined }): Promise<MetersView> {
  const fault = rangeFault(from, to);
  if (fault || !from || !to) throw new AppError('invalid', fault ?? '');
  return listMeters(actor, { from, to });
}
