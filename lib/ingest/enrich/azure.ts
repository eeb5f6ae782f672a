import { modelOfWords } from './azure-families';
import { type MeterWords, readMeterWords } from './azure-words';
import { lookUpModel } from './catalogue';
import { type Grammar, type Reading, reading } from './reading';
import type { MeterText } from './types';

const modelService = /azure openai|foundry models|ai foundry|openai/i;
const aiService = /openai|foundry|cognitive ?services|azure ai services|applied ai|microsoft\.cognitiveservices/i;
/** Product families of the price list: their meters are a model's even where the category only says Cognitive Services. */
const modelFamily = /openai|gpt|grok|kimi|deepseek|llama|mistral|\bphi\b|cohere|flux|qwen|\bmai\b|fireworks|codex|dall-?e|sora|whisper/i;
const capacity = /provisioned (?:managed|throughput)|\bptu\b|agent commit/i;
const tool = /file[- ]search|code[- ]interpreter|vector stor|web search|grounding|container session/i;

/** Azure OpenAI and Foundry meters by name (ai-meters §1, azure §6). Null where neither the row nor the name says it is a model's. */
export const readAzure: Grammar = (meter) => {
  const name = meter.skuMeter?.trim() ?? '';
  const family = familyOf(meter);
  const places = [meter.meterCategory, meter.serviceName, meter.resourceType, family].join(' ');
  const isService = aiService.test(places);
  const product = `${meter.productName ?? ''} ${meter.chargeDescription ?? ''}`;
  if (capacity.test(name) || (isService && name === '' && capacity.test(product)) || /provisioned throughput reservation/i.test(product)) {
    return capacityReading(name);
  }
  if (name === '') return null;
  const words = readMeterWords(name);
  if (isService && tool.test(name)) {
    const stored = words.noun === 'gb' ? 'storage' : null;
    return reading('other', 'azure/tool', { deploymentType: words.deploymentType, lifecycle: stored });
  }
  const model = modelOfWords(words.rest, family);
  if (isService) {
    const mustBeModel = words.noun === 'token' || modelService.test(places) || modelFamily.test(family);
    return model === null && !mustBeModel ? reading('other', 'azure/ai-service') : meterReading(words, model);
  }
  // Without a service named, only a model of the catalogue beside a direction or a count of tokens is proof enough.
  const isTokenMeter = words.noun === 'token' || words.tokenType !== null;
  return model !== null && isTokenMeter && words.deploymentType !== null ? meterReading(words, model) : null;
};

function meterReading(words: MeterWords, model: string | null): Reading {
  const known = model === null ? null : lookUpModel(model);
  const isEmbedding = known?.modality === 'embedding';
  const lifecycle = lifecycleOf(words);
  const isTraining = lifecycle === 'training' || lifecycle === 'hosting';
  const countsTokens = words.noun === 'token' || (words.noun === null && words.tokenType !== null);
  // An embedding has no output, so a meter without a direction can only be its input.
  const tokenType = words.tokenType ?? (isEmbedding && countsTokens ? 'input' : null);
  return reading(countsTokens && !isTraining ? 'tokens' : 'model', 'azure/meter-name', {
    model,
    vendor: known?.vendor ?? null,
    tokenType: isTraining ? null : tokenType,
    modality: isEmbedding ? 'embedding' : (words.modality ?? known?.modality ?? 'text'),
    // A meter that names no zone is sold in its region.
    deploymentType: words.deploymentType ?? 'regional',
    serviceTier: words.serviceTier ?? 'standard',
    contextBand: words.contextBand,
    lifecycle,
    blockHint: words.blockHint,
  });
}

/**
 * What is fine-tuned is called by input and output meters of their own and kept by hosting units; the meter of tokens beside them that names no direction
 * (`Phi-4-FT Tokens`, at several times their price) is the training itself.
 */
function lifecycleOf({ lifecycle, noun, tokenType }: MeterWords): string {
  if (lifecycle === 'fine_tuned_inference' && noun === 'token' && tokenType === null) return 'training';
  return lifecycle ?? 'inference';
}

/** PTU: hours of capacity whose model only the deployment inventory knows. */
function capacityReading(name: string): Reading {
  const { deploymentType } = readMeterWords(name);
  return reading('other', 'azure/provisioned', { deploymentType, serviceTier: 'provisioned' });
}

const familyOf = (meter: MeterText): string => `${meter.productName ?? ''} ${meter.meterSubcategory ?? ''}`.trim();
