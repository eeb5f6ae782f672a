import { canonicalModel, knownModel } from './canonical-model';
import { lookUpModel } from './catalogue';
import { type Grammar, type Reading, reading, textsOf } from './reading';
import { tokenTypeOf } from './token-type';

const lineItem =
  /^(?:([a-z]+) \| )?([^,|]+?)(?: (audio|image|text))?, (cached input|cache writes|input|output|audio)(?:[_ ]tokens)?(?:, (long context))?$/i;
const tool = /tool calls?|storage|file search|web search|code interpreter|sessions?$|container|\bevals?\b|moderation/i;

/** OpenAI line items (ai-meters §3, openai §2); the SkuId may carry the line behind `openai/`. */
export const readOpenAi: Grammar = (meter) => {
  const texts = textsOf(meter.skuMeter, meter.skuId?.replace(/^openai\//i, '') ?? null, meter.chargeDescription);
  for (const text of texts) {
    const match = lineItem.exec(text);
    if (match) return lineReading(match);
  }
  if (texts.some((text) => tool.test(text))) {
    const stored = texts.some((text) => /storage/i.test(text));
    return reading('other', 'openai/tool', { lifecycle: stored ? 'storage' : null });
  }
  // `GPT-4 Turbo` of older exports names a model and no direction; `Text tokens` names neither. Both are listed, not guessed.
  const model = texts.map(knownModel).find((found) => found !== null) ?? null;
  const direction = texts.map(tokenTypeOf).find((found) => found !== null) ?? null;
  return reading('tokens', 'openai/unreadable', { model, vendor: 'openai', tokenType: direction?.tokenType ?? null });
};

function lineReading(match: RegExpExecArray): Reading {
  const [, tier, name = '', part, direction = '', context] = match;
  const model = canonicalModel(name);
  const token = tokenTypeOf(direction);
  const known = model === null ? null : lookUpModel(model);
  return reading(token === null ? 'model' : 'tokens', 'openai/line-item', {
    model,
    vendor: known?.vendor ?? 'openai',
    tokenType: token?.tokenType ?? null,
    modality: part?.toLowerCase() ?? (token === null ? 'audio' : (known?.modality ?? 'text')),
    serviceTier: tier?.toLowerCase() ?? 'standard',
    contextBand: context === undefined ? null : 'long',
    lifecycle: /^ft[-:]/i.test(name) ? 'fine_tuned_inference' : 'inference',
  });
}
