import { knownModel, modelInText } from './canonical-model';
import { type Grammar, type Reading, reading, textsOf } from './reading';
import { tokenTypeOf } from './token-type';

const gemini = /\bgemini (\d+(?:\.\d+)?) (pro|flash(?:[ -]lite)?|ultra|nano)\b/i;
const embedding = /\bgemini embedding(?: (\d{3}))?\b/i;
const imagen = /\b(imagen|veo) (\d+(?:\.\d+)?)\b/i;
const modelService = /vertex ai|gemini|generative language/i;
const throughput = /provisioned throughput/i;

/**
 * SKU descriptions of Google Cloud (ai-meters §4, gcp §5). The order of the words changes between generations ("Input Text Caching",
 * "Text Input Caching"), so the words are read and not their places.
 */
export const readGoogle: Grammar = (meter) => {
  const texts = textsOf(meter.skuMeter, meter.chargeDescription, meter.productName);
  if (texts.some((text) => throughput.test(text))) return reading('other', 'google/provisioned', { serviceTier: 'provisioned' });
  for (const text of texts) {
    const match = gemini.exec(text);
    if (match) return geminiReading(match, text);
    const embedded = embedding.exec(text);
    if (embedded)
      return reading('tokens', 'google/sku', {
        model: knownModel(`gemini-embedding${embedded[1] ? `-${embedded[1]}` : ''}`),
        vendor: 'google',
        tokenType: 'input', // there is no output to be billed
        modality: 'embedding',
        serviceTier: tierOf(text),
        lifecycle: 'inference',
      });
    const media = imagen.exec(text);
    if (media) {
      const modality = media[1]?.toLowerCase() === 'veo' ? 'video' : 'image';
      return reading('model', 'google/sku', {
        model: knownModel(`${media[1]}-${media[2]}`),
        vendor: 'google',
        modality,
        lifecycle: 'inference',
      });
    }
  }
  if (texts.some((text) => /\bgemini\b.*\b(?:input|output|caching)\b/i.test(text)))
    return reading('tokens', 'google/unreadable', { vendor: 'google' });
  if (!modelService.test(meter.serviceName ?? '')) return null;
  const partner = texts.map((text) => modelInText(text.replace(/^vertex ai:? *-? */i, ''))).find((found) => found !== null) ?? null;
  const token = texts.map(tokenTypeOf).find((found) => found !== null) ?? null;
  if (partner !== null) {
    const isGlobal = texts.some((text) => /\bglobal\b/i.test(text));
    const serviceTier = texts.map(tierOf).find((tier) => tier !== 'standard') ?? 'standard';
    const said = { model: partner, deploymentType: isGlobal ? 'global' : null, serviceTier, lifecycle: 'inference', ...token };
    return reading(token === null ? 'model' : 'tokens', 'google/partner-model', said);
  }
  return texts.some((text) => /\b(?:input|output)\b.*\btokens?\b/i.test(text)) ? null : reading('other', 'google/ai-service');
};

function geminiReading(match: RegExpExecArray, text: string): Reading {
  const words = text.toLowerCase();
  const has = (pattern: RegExp): boolean => pattern.test(words);
  const isStorage = has(/\bstorage\b/);
  const direction = isStorage ? null : directionOf(words);
  const isTuning = has(/\btuning\b|\btraining\b/);
  return reading(direction === null ? 'model' : 'tokens', 'google/sku', {
    model: knownModel(`gemini-${match[1]}-${match[2]?.toLowerCase().replace(' ', '-')}`),
    vendor: 'google',
    tokenType: isTuning ? null : direction,
    modality: /\b(?:text|image|audio|video)\b/.exec(words)?.[0] ?? null,
    deploymentType: has(/\bglobal\b/) ? 'global' : null,
    serviceTier: tierOf(words),
    contextBand: has(/\blong\b/) ? 'long' : null,
    lifecycle: isStorage ? 'storage' : isTuning ? 'training' : 'inference',
  });
}

const tierOf = (text: string): string => /\b(?:batch|priority|flex)\b/i.exec(text)?.[0].toLowerCase() ?? 'standard';

/** Caching without storage is a read. "Thinking Text Output" are reasoning tokens, "(Thinking On)" only the price of an output. */
function directionOf(words: string): Reading['tokenType'] {
  if (/\bcach(?:ing|ed)\b/.test(words)) return 'cached_input';
  if (/\bthinking\b/.test(words) && !/\(thinking (?:on|off)\)/.test(words)) return 'reasoning';
  if (/\boutput\b/.test(words)) return 'output';
  return /\binput\b/.test(words) ? 'input' : null;
}
