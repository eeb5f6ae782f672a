import type { ExploreQuestion, Unpriced } from '../../core/explore/question';
import { mayMissAmounts, missingAmounts } from '../../db/columnar/missing-amounts';
import { withConnection } from '../../db/columnar/store';
import { onCopy } from './engine';

/** Charges that a question counts and that are in no sum of it, having no such price: under the currency that their total is told in. */
export async function unpricedOf(organization: number, question: ExploreQuestion, signal?: AbortSignal): Promise<Unpriced[]> {
  if (!mayMissAmounts(question.measure)) return [];
  const missing = await onCopy(organization, (store) => withConnection(store, (c, held) => missingAmounts(c, held, question), signal));
  const { to, rates } = question.conversion ?? { to: null, rates: [] };
  const sums = new Map<string, number>();
  for (const { currency, month, charges } of missing) {
    const told = to !== null && rates.some((r) => r.base === currency && r.month === month) ? to : currency;
    sums.set(told, (sums.get(told) ?? 0) + charges);
  }
  return [...sums].map(([currency, charges]) => ({ currency, charges })).sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
