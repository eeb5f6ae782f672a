import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { type CostQuery, chargeFileLimit } from '../../core/costs/cost-query';
import { csvLine, csvStart } from '../../core/csv/cell';
import { chargeFile, chargeFileColumns } from '../../db/queries/charge-file';
import { chargeTotals } from '../../db/queries/charges';
import { periodOf } from './period-of';

/** The charges behind a view as a file, whole or not at all: half of them would prove nothing. */
export async function exportCharges(
  actor: Actor,
  q: CostQuery,
  today: string,
): Promise<{ fileName: string; content: AsyncGenerator<string> }> {
  requirePermission(actor, 'costs:read');
  const period = await periodOf(actor.organizationId, q, today);
  const ask = { filters: q.f, ...period, measure: q.measure };
  const count = (await chargeTotals(actor.organizationId, ask)).reduce((n, t) => n + t.charges, 0);
  if (count > chargeFileLimit)
    throw new AppError(
      'invalid',
      `These are ${count.toLocaleString('en')} charges, and a file holds at most ${chargeFileLimit.toLocaleString('en')}. Narrow the period or the filters.`,
    );
  return { fileName: `charges-${period.from}-to-${period.to}-${q.measure}.csv`, content: written(actor.organizationId, ask) };
}

async function* written(organization: number, ask: Parameters<typeof chargeFile>[1]): AsyncGenerator<string> {
  yield csvStart + csvLine(chargeFileColumns);
  for await (const rows of chargeFile(organization, ask)) yield rows.map((cells) => csvLine(cells.map((c) => c ?? ''))).join('');
}
