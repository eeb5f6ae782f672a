import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { chargeFileLimit } from '../../core/costs/cost-query';
import { csvLine, csvStart } from '../../core/csv/cell';
import type { ExploreQuery } from '../../core/explore/explore-query';
import { exploreGroups } from '../../db/columnar/explore';
import { profileSpans } from '../../db/columnar/profile-spans';
import { withConnection } from '../../db/columnar/store';
import { type ChargeFileAsk, chargeFile, chargeFileColumns } from '../../db/queries/charge-file';
import { onCopy } from './engine';
import { understood } from './explore';

/** The charges behind a view as a file in the columns of FOCUS, whole or not at all: half of them would prove nothing. */
export async function exportCharges(
  actor: Actor,
  query: ExploreQuery,
  today: string,
): Promise<{ fileName: string; content: AsyncGenerator<string> }> {
  const { name, ask } = await chargesAsked(actor, query, today);
  return { fileName: `${name}.csv`, content: written(actor.organizationId, ask) };
}

/** Which charges a file of a view holds, each as it was billed, and what the file is called. Throws `invalid` where they are too many. */
export async function chargesAsked(actor: Actor, query: ExploreQuery, today: string): Promise<{ name: string; ask: ChargeFileAsk }> {
  requirePermission(actor, 'costs:read');
  const { question } = await understood(actor, { ...query, by: 'none', by2: undefined, compare: 'none', ccy: 'billing' }, today);
  const { totals, profiles } = await onCopy(actor.organizationId, async (store) => ({
    ...(await withConnection(store, (c, held) => exploreGroups(c, held, question, 1))),
    profiles: await withConnection(store, (c, held) => profileSpans(c, held, question)),
  }));
  const count = totals.reduce((n, t) => n + t.charges, 0);
  if (count > chargeFileLimit)
    throw new AppError(
      'invalid',
      `These are ${count.toLocaleString('en')} charges, and a file holds at most ${chargeFileLimit.toLocaleString('en')}. Narrow the period or the filters.`,
    );
  const counting = ['billed', 'tokens', 'quantity'].includes(question.measure) ? 'billed' : 'effective';
  return {
    name: `charges-${question.range.from}-to-${question.range.to}-${question.measure}`,
    ask: { ...question.range, counting, profiles },
  };
}

async function* written(organization: number, ask: ChargeFileAsk): AsyncGenerator<string> {
  yield csvStart + csvLine(chargeFileColumns);
  for await (const rows of chargeFile(organization, ask)) yield rows.map((cells) => csvLine(cells.map((c) => c ?? ''))).join('');
}
