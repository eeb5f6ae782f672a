import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import type { PlannedChange } from '../../core/plan';
import { isOffScale, ownCard, PriceForm, ratePerMillion } from '../../core/pricing/own-price';
import type { RateCard } from '../../core/pricing/types';
import { namingOf } from './naming';
import { writeCards } from './write-cards';

/** Sets the own price of a model on a channel. One for the same usage from the same day is replaced. `id` is null where nothing changed. */
export async function setPrice(
  actor: Actor,
  input: unknown,
): Promise<{ id: number | null; action: PlannedChange['action']; card: RateCard }> {
  requirePermission(actor, 'prices:write');
  const { bands, per, note, confirm_scale, ...scope } = PriceForm.parse(input);
  const rates = bands.map(({ above, prices }) => ({
    above,
    rates: Object.fromEntries(Object.entries(prices).map(([kind, price]) => [kind, ratePerMillion(price, per)])),
  }));
  const all = rates.flatMap((b) => Object.entries(b.rates));
  if (!all.length) throw new AppError('invalid', 'There is no price in it.');
  const off = all.find(([, rate]) => isOffScale(rate));
  if (off && !confirm_scale)
    throw new AppError(
      'invalid',
      `${off[0].replaceAll('_', ' ')} would cost ${off[1]} ${scope.currency} per 1M tokens. Is the unit right? If it is, confirm the scale.`,
      { confirm: 'scale' },
    );
  const { model, vendor } = namingOf(scope.model);
  const card = ownCard({ ...scope, model }, vendor, rates);
  const { plan, ids } = await writeCards(actor, [card], { note });
  return { id: ids[0] ?? null, action: plan[0]?.action ?? 'unchanged', card };
}
