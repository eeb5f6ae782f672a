import { type PriceMove, priceMoveWords } from '../pricing/price-moves';
import { addDays, type Day } from '../time/days';
import { type ModelChange, modelChangeWords } from './model-changes';

/** Why a cost may have moved on a day, with the evidence for it, and where more of it is. */
export interface CostFlag {
  key: string;
  day: Day;
  words: string;
  href: string;
}

export const priceFlag = (move: PriceMove): CostFlag => ({
  key: `price-${move.day}-${move.key.channel}-${move.key.model}-${move.key.tier}-${move.key.region ?? ''}-${move.key.deployment ?? ''}`,
  day: move.day,
  words: `Price changed. ${priceMoveWords(move)}`,
  href: `/models?tab=prices&q=${encodeURIComponent(move.key.model)}`,
});

/** Leads to the type with the days around the change. */
export const modelFlag = (change: ModelChange): CostFlag => ({
  key: `model-${change.day}-${change.taskType}`,
  day: change.day,
  words: `Model changed. ${modelChangeWords(change)}`,
  href: `/tasks?${new URLSearchParams({ from: addDays(change.day, -14), to: addDays(change.day, 14), task: change.taskType })}`,
});
