import { snake } from '../../core/focus/columns';
import { foldMeter, type MeterNames } from '../../core/meters/taught';
import type { DecidedMeter, ReEnrichment, StoredMeter } from '../../db/loading/re-enrich';
import { type TaughtBook, taughtMeaningsOf } from '../../ingest/enrich/taught';
import type { Meaning, MeterText, MeterUse } from '../../ingest/enrich/types';
import { meaningColumns, meterDimensions, speakingDetails } from '../../ingest/profiles';

const keys = Object.keys(meterDimensions) as (keyof MeterText)[];

/** How one meter is decided anew over the past: by what is taught now, and where nothing is, by the grammars. */
export const reEnrichmentOf = ({ provider, meter }: { provider: string; meter: string }, book: TaughtBook): ReEnrichment => ({
  provider,
  isMeant: (text) => foldMeter(text) === meter,
  texts: keys.map((k) => snake(meterDimensions[k])),
  columns: meaningColumns.map(([column]) => column),
  decide: (stored) => decide(stored, book),
});

/** Import by import, all its meters together, as when it was loaded: a unit's scale is proved over the whole file. */
function decide(stored: readonly StoredMeter[], book: TaughtBook): DecidedMeter[] {
  const imports = new Map<number, Map<string, { use: MeterUse; asked: StoredMeter[] }>>();
  for (const meter of stored) {
    const text = textOf(meter);
    const id = JSON.stringify(keys.map((k) => text[k]));
    const own = imports.get(meter.importId) ?? new Map<string, { use: MeterUse; asked: StoredMeter[] }>();
    imports.set(meter.importId, own);
    const found = own.get(id) ?? { use: { ...text, cost: 0, quantity: 0 }, asked: [] };
    own.set(id, found);
    found.use.cost += meter.cost;
    found.use.quantity += meter.quantity;
    if (meter.isAsked) found.asked.push(meter);
  }
  return [...imports.values()].flatMap((meters) => {
    const all = [...meters.values()];
    const meanings = taughtMeaningsOf(
      all.map((m) => m.use),
      book,
    );
    return all.flatMap(({ asked }, i) =>
      asked.map(({ importId, meter }) => ({ importId, meter, values: valuesOf(meanings[i] as Meaning) })),
    );
  });
}

function textOf({ texts }: StoredMeter): MeterText & MeterNames {
  const text = Object.fromEntries(keys.map((k, i) => [k, texts[i] ?? null])) as unknown as MeterText;
  return { ...text, skuPriceDetails: speakingDetails(text.skuPriceDetails) };
}

const valuesOf = (meaning: Meaning): (string | null)[] =>
  meaningColumns.map(([, key]) => (meaning[key] === null ? null : String(meaning[key])));
