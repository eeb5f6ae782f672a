import { readAiCompute } from './ai-compute';
import { readAnthropic } from './anthropic';
import { readAzure } from './azure';
import { readBedrock } from './bedrock';
import { lookUpModel } from './catalogue';
import { readGitHub } from './github';
import { readGoogle } from './google';
import { readOpenAi } from './openai';
import { readOracle } from './oracle';
import { readMicrosoft365, readOpenRouter, readPlainWords, readSeller, readUnknownModelService } from './others';
import { readOverride } from './overrides';
import { providerOf } from './provider';
import { type Grammar, type Reading, reading } from './reading';
import { regionOf } from './regions';
import { placeService } from './services';
import { readSkuDetails, type SkuDetails } from './sku-details';
import { type TokenMeter, tokenScales } from './token-scale';
import type { Meaning, MeterText, MeterUse, ModelClass } from './types';
import { isTokenUnit } from './units';

const grammars = new Map<string, Grammar>([
  ['azure', readAzure],
  ['aws', readBedrock],
  ['openai', readOpenAi],
  ['gcp', readGoogle],
  ['anthropic', readAnthropic],
  ['github', readGitHub],
  ['oracle', readOracle],
  ['openrouter', readOpenRouter],
  ['microsoft-365', readMicrosoft365],
]);

const ai = 'AI and Machine Learning';

/** A meter's meaning before its unit is weighed over the file. */
interface Draft {
  meaning: Meaning;
  tokens: TokenMeter | null;
}

/**
 * What the meters of one file mean, in their order. Everything but the token scale is decided meter by meter; the scale is decided once
 * per file and family of units (ai-meters §0), which is why the whole file is asked together.
 */
export function meaningsOf(meters: readonly MeterUse[]): Meaning[] {
  const drafts = meters.map(draft);
  const scales = tokenScales(drafts.map(({ tokens }) => tokens));
  return drafts.map(({ meaning }, index) => ({ ...meaning, ...scales[index] }));
}

function draft(meter: MeterUse): Draft {
  const provider = providerOf(meter.serviceProviderName, meter.publisherName);
  const details = readSkuDetails(meter.skuPriceDetails);
  const place = placeService(meter, provider);
  const read = withDetails(details, readMeter(meter, provider), place.serviceCategory === ai);
  const isAi = read !== null || place.serviceCategory === ai;
  const said = read ?? reading('other', isAi ? 'ai-service' : 'not-ai');
  const known = said.model === null ? null : lookUpModel(said.model);
  const isUsage = meter.chargeCategory === null || /^usage$/i.test(meter.chargeCategory.trim());
  // Azure's GPU machines and the like keep their own place; AI spend in no category at all belongs to AI.
  const adopted = isAi && place.serviceCategory === null && said.kind !== 'other';
  const meaning: Meaning = {
    provider,
    serviceName: place.serviceName,
    serviceCategory: adopted ? ai : place.serviceCategory,
    serviceSubcategory: adopted ? 'Generative AI' : place.serviceSubcategory,
    region: regionOf(meter, provider),
    isAi,
    modelClass: classOf(said, meter, isUsage),
    model: said.model,
    modelFamily: known?.family ?? details?.family ?? null,
    modelVendor: known?.vendor ?? details?.vendor ?? said.vendor,
    tokenType: said.tokenType,
    cacheTtl: said.cacheTtl,
    modality: said.modality ?? (said.model === null ? null : (known?.modality ?? 'text')),
    deploymentType: said.deploymentType,
    serviceTier: said.serviceTier,
    contextBand: said.contextBand,
    lifecycle: said.lifecycle,
    tokensPerUnit: null,
    scaleSuspect: false,
    rule: said.rule,
  };
  return { meaning, tokens: isUsage && countsTokens(said) ? { ...meter, provider, blockHint: said.blockHint } : null };
}

/** Overrides, then the provider's own grammar, then what any file may say, and machines last (ai-meters, order of decision). */
function readMeter(meter: MeterText, provider: string): Reading | null {
  return (
    readOverride(meter, provider) ??
    grammars.get(provider)?.(meter, provider) ??
    readPlainWords(meter, provider) ??
    readSeller(meter, provider) ??
    readAiCompute(meter, provider) ??
    readUnknownModelService(meter, provider)
  );
}

/** What SkuPriceDetails states outright goes before what the name suggests. */
function withDetails(details: SkuDetails | null, read: Reading | null, isAiService: boolean): Reading | null {
  if (details === null) return read;
  // Machines have a `Model` as well: a name nobody knows proves AI only beside a direction or within an AI service.
  const isKnown = details.model !== null && lookUpModel(details.model) !== null;
  if (read === null && !isAiService && !isKnown && details.tokenType === null) return null;
  const { family: _family, vendor, ...stated } = details;
  const said = Object.entries(stated).filter(([, value]) => value !== null);
  const base = read ?? reading(details.tokenType === null ? 'model' : 'tokens', 'sku-details');
  // A stated model without a direction is counted in something else (token-hours, images) unless the name or the unit says tokens.
  const saysTokens = details.tokenType ?? base.tokenType ?? base.blockHint;
  const kind = details.tokenType !== null ? 'tokens' : base.kind === 'tokens' && saysTokens === null ? 'model' : base.kind;
  return { ...base, ...Object.fromEntries(said), kind, vendor: vendor ?? base.vendor, rule: 'sku-details' };
}

function classOf(said: Reading, meter: MeterText, isUsage: boolean): ModelClass {
  if (said.kind === 'other') return said.model === null ? 'not_ai' : 'classified';
  // A credit, tax or prepayment concerns a service and not a model; nobody can be asked to name one.
  if (said.model === null) return isUsage ? 'unclassified' : 'not_ai';
  const needsDirection = said.kind === 'tokens' || isTokenUnit(meter.consumedUnit ?? meter.pricingUnit);
  return needsDirection && said.tokenType === null && said.lifecycle !== 'training' && isUsage ? 'unclassified' : 'classified';
}

/** Tokens that were trained on are tokens too, although they are neither input nor output. */
const countsTokens = (said: Reading): boolean => said.kind === 'tokens' || (said.lifecycle === 'training' && said.blockHint !== null);
