import { knownModel } from './canonical-model';
import { type Grammar, type Reading, reading, textsOf } from './reading';
import { isBedrockEdition } from './services';
import { tokenTypeOf } from './token-type';
import type { MeterText } from './types';

const regionCode = /^[A-Z]{2,4}\d*-(?=[A-Za-z0-9])/;
const marketplace = /^MP:(?:[A-Z]{2,4}\d*_)?(.+)-Units$/;
const mantle = /^([a-z0-9-]+)\.([a-z0-9.-]+?)-mantle-(.+)$/;
const modelBehind = /^((?:Cache(?:Read|Write)\w*?)?(?:Input|Output)TokenCount)-(.+)$/;
const directionInside = /-(?:input|output|cache|cached)-/;
const otherThanInference =
  /provisioned ?throughput|guardrail|optimizeprompt|customization|reserved_|knowledge ?base|flow|agent|dataautomation/i;

/** Amazon Bedrock usage types in their four grammars (ai-meters §2, aws §4): seller's edition, mantle, legacy, and the older one with the model behind. */
export const readBedrock: Grammar = (meter, provider) => {
  const edition = modelOfEdition(meter);
  const isService = [meter.serviceName, meter.productName, meter.skuId].some((text) => /bedrock/i.test(text ?? ''));
  const usageType = meter.skuMeter?.trim() ?? '';
  const text = usageType.replace(regionCode, '');
  if (!isService && provider !== 'aws') return null;

  const seller = marketplace.exec(text);
  if (seller && (isService || edition !== null || tokenTypeOf(seller[1] ?? '') !== null)) {
    return inference(edition, seller[1] ?? '', 'aws/bedrock-marketplace', 1_000_000);
  }
  const newer = mantle.exec(text);
  if (newer) return inference(knownModel(newer[2] ?? null) ?? newer[2] ?? null, newer[3] ?? '', 'aws/bedrock-mantle', null, newer[1]);
  const older = modelBehind.exec(text);
  if (older) return inference(knownModel(older[2] ?? null), older[1] ?? '', 'aws/bedrock-model-behind', 1_000);
  if (otherThanInference.test(text) && isService) return otherLifecycle(text);

  const inside = directionInside.exec(text);
  const isTokenUsage = /-tokens?\b|-token-count/i.test(text);
  if (inside && (isService || isTokenUsage)) {
    return legacy(text.slice(0, inside.index), text.slice(inside.index + 1), isTokenUsage);
  }
  if (edition !== null) return reading('model', 'aws/bedrock-edition', { model: edition });
  return null;
};

/** `speech`, `text` … in lower case before the direction is the part that is counted; AWS writes the words of a model in capitals. */
function legacy(before: string, qualifiers: string, isTokenUsage: boolean): Reading {
  const part = /-(speech|audio|video|image|text)$/.exec(before)?.[0] ?? '';
  const model = knownModel(spaced(before.slice(0, before.length - part.length)));
  const said = inference(model, `${part}-${qualifiers}`, 'aws/bedrock-legacy', 1_000);
  if (isTokenUsage) return said;
  return { ...said, kind: 'model', tokenType: null, blockHint: null };
}

function inference(
  model: string | null,
  qualifiers: string,
  rule: string,
  blockHint: number | null,
  vendor: string | null = null,
): Reading {
  const words = spaced(qualifiers).toLowerCase().replace(/[-_]+/g, ' ');
  const token = tokenTypeOf(words);
  return reading('tokens', rule, {
    model,
    vendor,
    tokenType: token?.tokenType ?? null,
    cacheTtl: token?.cacheTtl ?? null,
    modality: modalityIn(words),
    deploymentType: /\bglobal\b/.test(words) ? 'global' : /\bcross region\b/.test(words) ? 'geo' : 'in_region',
    serviceTier: /\blatency optimized\b/.test(words) ? 'latency_optimized' : (/\b(?:batch|flex|priority)\b/.exec(words)?.[0] ?? 'standard'),
    contextBand: /\b(?:long (?:ctx|context)|l ?ctx)\b/.test(words) ? 'long' : null,
    lifecycle: /\bcustom model\b/.test(words) ? 'fine_tuned_inference' : 'inference',
    blockHint,
  });
}

function otherLifecycle(text: string): Reading {
  const model = knownModel(spaced(/^(.+?)-(?:Customization|ProvisionedThroughput)/.exec(text)?.[1] ?? '') || null);
  const lifecycle = /customization.*storage/i.test(text) ? 'storage' : /customization/i.test(text) ? 'training' : null;
  const serviceTier = /provisioned/i.test(text) ? 'provisioned' : /reserved_/i.test(text) ? 'reserved' : null;
  return reading('other', 'aws/bedrock-other', { model, lifecycle, serviceTier });
}

function modalityIn(words: string): string | null {
  const found = /\b(?:speech|audio|video|image|text)\b/.exec(words)?.[0] ?? null;
  return found === 'speech' ? 'audio' : found;
}

/** The model of a seller's edition is in the product's name, never in the usage type. */
function modelOfEdition(meter: MeterText): string | null {
  const named = textsOf(meter.productName, meter.serviceName, meter.chargeDescription, meter.meterSubcategory).find(isBedrockEdition);
  if (named === undefined) return null;
  return knownModel(/^(.*?) *\(amazon bedrock edition\)/i.exec(named)?.[1] ?? null);
}

/** `Claude4.6Sonnet` → `Claude-4.6-Sonnet`, `CacheWrite1hInput` → `Cache-Write-1h-Input`; `G1` and `17B` stay whole. */
function spaced(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([a-z]{2})(\d)/g, '$1-$2')
    .replace(/(\d)([A-Z][a-z])/g, '$1-$2');
}
