import { priceVolumeMix } from '../../core/anomalies/price-volume-mix';
import type { PricedQuantity, PriceVolumeMix } from '../../core/anomalies/types';
import { usualDays } from '../../core/anomalies/usual-days';
import type { Day } from '../../core/time/days';
import { dailyOf, type FoundAnomaly, only } from '../alerts/anomalies-to-tell';
import { eachInTurn } from '../give-way';

export type Why = Pick<PriceVolumeMix, 'price' | 'volume' | 'mix' | 'unexplained'>;

/** Price, volume and mix of an anomaly against the usual same weekdays, by model and token type; null where nothing of it has a quantity. */
export async function whyOf({ view, filters, anomaly: a }: FoundAnomaly): Promise<Why | null> {
  const before = usualDays(dailyOf(view, filters), a);
  if (before.length === 0) return null;
  const { cube, currency, measure } = view;
  const after = a.days.map((d) => d.day);
  const keys = cube
    .values('model', filters, currency)
    .flatMap((model) =>
      cube
        .values('token-type', [...filters, only('model', model)], currency)
        .map((type) => [...filters, only('model', model), only('token-type', type)]),
    );
  const lines = (days: readonly Day[]) =>
    eachInTurn([...keys.entries()], ([i, own]): PricedQuantity => {
      const sum = (of: 'tokens' | typeof measure) => {
        const series = cube.series(own, of, currency).days;
        return Number(cube.decimal(days.reduce((total, day) => total + (series.get(day) ?? 0n), 0n)));
      };
      return { key: String(i), cost: sum(measure), quantity: sum('tokens') };
    });
  const [was, is] = [await lines(before), await lines(after)];
  if (![...was, ...is].some((l) => l.quantity > 0)) return null;
  const { price, volume, mix, unexplained } = priceVolumeMix(was, is);
  return { price, volume, mix, unexplained };
}
