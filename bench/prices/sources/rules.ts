import { type Fact, standardOf, times } from '../facts';

/** Anthropic's batch processing: half of every rate, cache reads and writes too. */
export const anthropicBatch = (facts: readonly Fact[]): Fact[] =>
  facts
    .filter((f) => f.channel === 'anthropic' && f.tier === 'standard')
    .map((f) => ({
      ...f,
      tier: 'batch',
      source: `${f.source}, halved: Anthropic's rule for batches`,
      bands: f.bands.map(({ above, rates }) => ({ above, rates: times(rates, '0.5') })),
      base: f.bands[0]?.rates,
    }));

/** OpenAI: "flex tokens are priced at Batch API rates", so where only flex is listed, batch is the same. */
export function openAiBatch(facts: readonly Fact[]): Fact[] {
  const listed = new Set(facts.filter((f) => f.tier === 'batch').map(standardOf));
  return facts
    .filter((f) => f.channel === 'openai' && f.tier === 'flex' && !listed.has(standardOf(f)))
    .map((f) => ({ ...f, tier: 'batch', source: `${f.source}, flex: OpenAI sells both at one price` }));
}

/** And half of the standard price: for periods whose own tier prices no list kept, of models that are sold in that tier. */
export function openAiHalves(merged: readonly Fact[]): Fact[] {
  const openAi = merged.filter((f) => f.channel === 'openai');
  return (['batch', 'flex'] as const).flatMap((tier) => {
    const sold = openAi.filter((f) => f.tier === tier);
    return openAi
      .filter((f) => f.tier === 'standard')
      .filter((f) => sold.some((s) => s.model === f.model) && !sold.some((s) => s.model === f.model && overlaps(s, f)))
      .map((f) => ({
        ...f,
        tier,
        source: `${f.source}, halved: OpenAI's rule for ${tier === 'batch' ? 'batches' : 'flex'}`,
        bands: f.bands.map(({ above, rates }) => ({ above, rates: times(rates, '0.5') })),
      }));
  });
}

const overlaps = (a: Fact, b: Fact): boolean => (a.from ?? '') < (b.to ?? '9') && (b.from ?? '') < (a.to ?? '9');
