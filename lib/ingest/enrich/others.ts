import { modelInText } from './canonical-model';
import { vendorNamed } from './catalogue';
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
