import { modelInText } from './canonical-model';
import { type Grammar, reading, textsOf } from './reading';
import { stringsOf } from './sku-details';

const aiSku = /(?:premium_request|ai_credit)s?$|copilot|\bspark\b/i;
const seat = /copilot_(?:for_)?(?:business|enterprise|standalone)|seat|user-?months?/i;
const feature = /^copilot |code review|coding agent/i;

/** GitHub Copilot: credits and premium requests by the model's display name, never by tokens (ai-meters §5, copilot §1). */
export const readGitHub: Grammar = (meter) => {
  const texts = textsOf(meter.skuMeter, meter.skuId, meter.serviceName, meter.productName);
  if (!texts.some((text) => aiSku.test(text))) return null;
  if (texts.some((text) => seat.test(text)) || seat.test(meter.consumedUnit ?? '')) return reading('other', 'github/seat');
  const stated = stringsOf(meter.skuPriceDetails).get('model') ?? null;
  const names = textsOf(stated, meter.productName, meter.chargeDescription, meter.meterSubcategory, meter.skuMeter);
  const model =
    names
      .flatMap((name) => [name, ...name.split(/[,/|]/)])
      .map((name) => modelInText(name))
      .find((found) => found !== null) ?? null;
  // A feature such as "Copilot Code Review" stands where the model would: no model can be known.
  if (model === null && names.some((name) => feature.test(name))) return reading('other', 'github/feature');
  const isFast = names.some((name) => /\(fast mode\)/i.test(name));
  return reading('model', 'github/copilot', {
    model,
    serviceTier: isFast ? 'latency_optimized' : null,
    lifecycle: model === null ? null : 'inference',
  });
};
