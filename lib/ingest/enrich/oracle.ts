import { modelInText } from './canonical-model';
import { type Grammar, reading, textsOf } from './reading';
import { tokenTypeOf } from './token-type';

const generative = /generative[ _]ai/i;
const maker = /^(?:meta|google|xai|openai|cohere|mistral|anthropic)\b\s*/i;
const tool = /vector store|retrieval|memory|web search|data ingestion|agents|dedicated|hosting|unit hour/i;

/** OCI Generative AI by description, where the part number is not in the overrides (ai-meters §5, oracle §4). */
export const readOracle: Grammar = (meter) => {
  const texts = textsOf(meter.skuMeter, meter.chargeDescription, meter.productName, meter.serviceName);
  if (!texts.some((text) => generative.test(text))) return null;
  if (texts.some((text) => tool.test(text))) return reading('other', 'oracle/tool');
  const names = texts.map((text) => text.replace(/^.*generative[ _]ai *-? */i, ''));
  const token = names.map(tokenTypeOf).find((found) => found !== null) ?? null;
  // "Meta Llama 3.3 70B - Input Tokens", "xAI - Grok 4 - Output Tokens": the maker stands before its model or is left out.
  const model =
    names
      .flatMap((name) => name.split(/ - |,/))
      .map((part) => part.replace(maker, '').trim())
      .map(modelInText)
      .find((found) => found !== null) ?? null;
  return reading(token === null ? 'model' : 'tokens', 'oracle/description', { model, tokenType: token?.tokenType ?? null });
};
