import { applyTaught, meterWords, type TaughtMeaning } from '../../core/meters/taught';
import { canonicalModel } from './canonical-model';
import { lookUpModel } from './catalogue';
import { meaningsOf } from './meaning';
import type { Meaning, MeterText, MeterUse } from './types';

/** One meter that was taught: its provider's id, its words as they are compared, and what they mean. */
export interface TaughtEntry {
  provider: string;
  meter: string;
  meaning: TaughtMeaning;
}

/** What is taught, to be asked meter by meter. */
export type TaughtBook = ReadonlyMap<string, TaughtMeaning>;

const keyOf = (provider: string, meter: string): string => `${provider}\0${meter}`;

export const taughtBook = (entries: readonly TaughtEntry[]): TaughtBook =>
  new Map(entries.map(({ provider, meter, meaning }) => [keyOf(provider, meter), meaning]));

/** The model by the one name it has on every page. */
export const withCanonicalModel = (taught: TaughtMeaning): TaughtMeaning =>
  taught.model === null ? taught : { ...taught, model: canonicalModel(taught.model) ?? taught.model };

/**
 * What the meters of one file mean: the grammars first, all of them together, so that what is taught of one meter changes no proof about the units of
 * another; then what was taught, before which every grammar stands back.
 */
export const taughtMeaningsOf = (meters: readonly MeterUse[], book: TaughtBook): Meaning[] => {
  const meanings = meaningsOf(meters);
  if (book.size === 0) return meanings;
  return meters.map((meter, i) => withTaught(meter, meanings[i] as Meaning, book));
};

function withTaught(meter: MeterText, meaning: Meaning, book: TaughtBook): Meaning {
  const words = meterWords(meter);
  const taught = words === null ? undefined : book.get(keyOf(meaning.provider, words));
  if (taught === undefined) return meaning;
  const isUsage = meter.chargeCategory === null || /^usage$/i.test(meter.chargeCategory.trim());
  const known = taught.model === null ? null : lookUpModel(taught.model);
  const told = applyTaught(meaning, taught, { known, isUsage });
  // AI spend in no category at all belongs to AI
  const isAdopted = told.isAi && told.serviceCategory === null;
  return isAdopted ? { ...told, serviceCategory: 'AI and Machine Learning', serviceSubcategory: 'Generative AI' } : told;
}
