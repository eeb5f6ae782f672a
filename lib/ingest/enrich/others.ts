import { canonicalModel, modelInText } from './canonical-model';
import { lookUpModel, vendorNamed } from './catalogue';
import { type Grammar, reading, textsOf } from './reading';
import { tokenTypeOf } from './token-type';
import { isTokenUnit } from './units';

const modelService = /openai|bedrock|generative ai|anthropic|gemini|mistral|model service|inference api/i;

/** Any other source that says tokens in plain words: "Claude Sonnet 4.5 Input Tokens", a gateway's model string, a unit of tokens. */
export const readPlainWords: Grammar = (meter) => {
  const texts = textsOf(meter.skuMeter, meter.skuId, meter.chargeDescription, meter.productName);
  const token = texts.map(tokenTypeOf).find((found) => found !== null) ?? null;
  const model = texts.map(modelInText).find((found) => found !== null) ?? null;
  const countsTokens = isTokenUnit(meter.consumedUnit ?? meter.pricingUnit);
  if (!countsTokens && (model === null || token === null)) return null;
  return reading('tokens', 'plain-words', { model, tokenType: token?.tokenType ?? null, cacheTtl: token?.cacheTtl ?? null });
};

/** OpenRouter charges by the model's id, `author/model:route`, and counts requests: the id is stated, known or not. */
export const readOpenRouter: Grammar = (meter) => {
  const [id] = textsOf(meter.skuId, meter.skuMeter);
  if (id === undefined) return reading('model', 'openrouter/unreadable');
  const model = canonicalModel(id);
  const route = /:(free|nitro|floor|extended|thinking|online|exacto|batch)$/i.exec(id)?.[1]?.toLowerCase();
  const vendor = (model === null ? null : lookUpModel(model)?.vendor) ?? vendorNamed(meter.publisherName) ?? meter.publisherName;
  return reading('model', 'openrouter/id', {
    model,
    vendor,
    serviceTier: route === 'batch' ? 'batch' : 'standard',
    lifecycle: 'inference',
  });
};

/** A licence for Copilot is AI without a model; the other licences of Microsoft 365 are none (copilot §2). */
export const readMicrosoft365: Grammar = (meter) =>
  textsOf(meter.skuMeter, meter.serviceName, meter.productName, meter.chargeDescription).some((text) => /\bcopilot\b/i.test(text))
    ? reading('other', 'microsoft-365/seat')
    : null;

/** A seller of models whose row names nothing else, as marketplaces deliver it (azure §8, aws §4): its cost is kept and listed. */
export const readSeller: Grammar = (meter) => {
  const vendor = vendorNamed(meter.publisherName);
  if (vendor === null) return null;
  const model =
    textsOf(meter.productName, meter.serviceName, meter.chargeDescription)
      .map(modelInText)
      .find((found) => found !== null) ?? null;
  return reading('model', 'seller', { model, vendor });
};

/** A service that sells models and a meter nobody could read: AI spend, unclassified. */
export const readUnknownModelService: Grammar = (meter) =>
  modelService.test(meter.serviceName ?? '') || /^generative ai$/i.test(meter.serviceSubcategory?.trim() ?? '')
    ? reading('tokens', 'unreadable')
    : null;
