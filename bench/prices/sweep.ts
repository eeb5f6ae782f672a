import { calcPrice, findProvider } from '@pydantic/genai-prices';
import type { PriceBook } from '../../lib/core/pricing/price-book';
import { priceTokens } from '../../lib/core/pricing/price-tokens';
import type { PriceKey } from '../../lib/core/pricing/types';
import { isVariant, modelOf } from './facts';
import { genaiChannels } from './sources/genai';

export interface Sweep {
  asked: number;
  agreeing: number;
  /** Ids that become another model's name: routes like `:free`, and fine-tuned models. */
  variants: number;
  differing: { id: string; channel: string; ours: string | null; theirs: number }[];
}

const day = '2026-09-15';
const usage = { input_tokens: 3_000, output_tokens: 500 };

/** Every model that genai-prices lists, by its own id, with one plain call: does the book find the same price? */
export function sweep(book: PriceBook): Sweep {
  const result: Sweep = { asked: 0, agreeing: 0, variants: 0, differing: [] };
  for (const [providerId, [channel]] of genaiChannels)
    for (const { id: named } of findProvider({ providerId })?.models ?? []) {
      const id = named.replace(/^regional\.(?=amazon\.nova)/, 'us.').replace(/^regional\./, '');
      const theirs = calcPrice(usage, id, { providerId, timestamp: new Date(`${day}T12:00:00Z`) });
      const model = modelOf(id);
      if (!channel || !theirs || theirs.model.id !== named || !(theirs.total_price > 0)) continue;
      if (isVariant(id) || model === null) {
        result.variants++;
        continue;
      }
      const deployment: PriceKey['deployment'] = id.startsWith('global.') ? 'global' : null;
      const found = book.find({ model, channel, region: null, deployment, tier: 'standard' }, day);
      const ours = priceTokens({ input: usage.input_tokens, output: usage.output_tokens }, found?.card ?? null);
      // What has no price for output, as an embedding, is priced by its input in both.
      const amount =
        ours.state === 'partly' && ours.missing.includes('output') ? ours.amount : ours.state === 'priced' ? ours.amount : null;
      result.asked++;
      if (amount !== null && Math.abs(Number(amount) - theirs.total_price) <= 1e-12 + theirs.total_price * 1e-9) result.agreeing++;
      else result.differing.push({ id, channel, ours: amount, theirs: theirs.total_price });
    }
  return result;
}
