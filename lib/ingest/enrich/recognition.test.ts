import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { meaningsOf } from './meaning';
import { aMeter, azureMeter, bedrockMeter } from './meters.fixture';
import type { MeterUse } from './types';

// Real meters with their list prices lie beside the project where they are at hand; they are not ours to publish.
const folder = path.resolve(import.meta.dirname, '../../../../shared/real');
const present = fs.existsSync(path.join(folder, 'manifest.json'));
if (!present) console.log('recognition.test.ts: no folder ../shared/real beside the project; these tests are skipped.');

const read = (file: string) => fs.readFileSync(path.join(folder, file));
const table = (file: string) => parse(read(file), { columns: true }) as Record<string, string>[];

interface Priced {
  meterName: string;
  serviceName: string;
  productName: string;
  unitOfMeasure: string;
  retailPrice: number;
  type: string;
}

/** As if every meter had cost the same, and as if one unit of every meter had been bought. */
function shares(meters: readonly MeterUse[]): { evenly: number; byPrice: number; missing: string[] } {
  const ai = meaningsOf(meters).flatMap((m, i) =>
    m.isAi ? [{ isKnown: m.modelClass !== 'unclassified' && !m.scaleSuspect, meter: meters[i] as MeterUse }] : [],
  );
  const sum = (list: typeof ai, weight: (m: MeterUse) => number) => list.reduce((n, { meter }) => n + weight(meter), 0);
  const known = ai.filter((m) => m.isKnown);
  const share = (weight: (m: MeterUse) => number) => sum(known, weight) / sum(ai, weight);
  return {
    evenly: share(() => 1),
    byPrice: share((m) => m.cost),
    missing: [...new Set(ai.flatMap(({ isKnown, meter }) => (isKnown ? [] : (meter.skuMeter ?? ''))))],
  };
}

describe.skipIf(!present)('how much is recognised', () => {
  test('of the price list of Azure AI Foundry', () => {
    const { Items: items } = JSON.parse(zlib.gunzipSync(read('azure/retail_prices_foundry_models.json.gz')).toString()) as {
      Items: Priced[];
    };
    const found = shares(
      items
        .filter((i) => i.type === 'Consumption')
        .map(({ meterName, serviceName, productName, unitOfMeasure, retailPrice }) =>
          azureMeter(meterName, {
            serviceName,
            productName,
            pricingUnit: unitOfMeasure,
            consumedUnit: unitOfMeasure,
            cost: retailPrice,
            quantity: 1,
          }),
        ),
    );
    expect(found.missing).toEqual(['Az-GPT-3.5-turbo Tokens']);
    expect(found.evenly).toBeGreaterThan(0.998);
    expect(found.byPrice).toBeGreaterThan(0.998);
  });

  test('of Bedrock’s usage types, those of the marketplace with the product that the bill names beside them', () => {
    const product = { productName: 'Claude Haiku 4.5 (Amazon Bedrock Edition)' };
    const meters = table('aws/bedrock_usage_types.csv').map(({ usage_type: type = '' }) =>
      bedrockMeter(type, /MP:/.test(type) ? product : {}),
    );
    expect(shares(meters)).toEqual({ evenly: 1, byPrice: Number.NaN, missing: [] });
  });

  test('of the Gemini SKUs of Vertex AI', () => {
    const meters = table('gcp/vertex_ai_gemini_skus.csv').map((r) =>
      aMeter({
        serviceProviderName: 'Google Cloud',
        serviceName: 'Vertex AI',
        skuMeter: r.sku_description ?? null,
        skuId: r.sku_id ?? null,
        consumedUnit: 'count',
        pricingUnit: r.unit ?? null,
        cost: Number(r.list_price_usd),
        quantity: 1_000_000,
      }),
    );
    expect(shares(meters)).toMatchObject({ evenly: 1, byPrice: 1, missing: [] });
  });
});
