import { knownModel } from './canonical-model';
import { type Grammar, reading, textsOf } from './reading';
import { tokenTypeOf } from './token-type';

const tool = /web[_ ]search|code[_ ]execution|session/i;

/**
 * Anthropic's model and token type, written together as `Claude Sonnet 4.5, input_cache_read`, as an id
 * `anthropic/claude-opus-4-6/output/≤ 200k/batch`, or as a description `Claude Opus 4.6 Usage - Input Tokens` (ai-meters §5, anthropic §2-3).
 */
export const readAnthropic: Grammar = (meter) => {
  const texts = textsOf(meter.skuMeter, meter.skuId, meter.chargeDescription);
  const parts = texts.flatMap((text) => text.split(/[,/|]| usage - /i)).map((part) => part.trim());
  if (parts.some((part) => tool.test(part))) return reading('other', 'anthropic/tool');
  const model = parts.map((part) => (/claude/i.test(part) ? knownModel(part) : null)).find((found) => found !== null) ?? null;
  const token =
    parts
      .filter((part) => !/claude/i.test(part))
      .map(tokenTypeOf)
      .find((found) => found !== null) ?? null;
  return reading('tokens', model === null || token === null ? 'anthropic/unreadable' : 'anthropic/line', {
    model,
    vendor: 'anthropic',
    tokenType: token?.tokenType ?? null,
    cacheTtl: token?.cacheTtl ?? null,
    modality: 'text',
    deploymentType: parts.includes('global') ? 'global' : parts.some((part) => /^(?:us|eu)$/i.test(part)) ? 'geo' : null,
    serviceTier: tierOf(parts),
    contextBand: contextOf(parts),
    lifecycle: 'inference',
  });
};

/** Fast mode is sold at a multiple, like another cloud's optimised latency. */
function tierOf(parts: readonly string[]): string {
  if (parts.some((part) => /^fast$/i.test(part))) return 'latency_optimized';
  return parts.find((part) => /^(?:batch|priority|flex)$/i.test(part))?.toLowerCase() ?? 'standard';
}

function contextOf(parts: readonly string[]): string | null {
  if (parts.some((part) => /^(?:>|200k ?[-–])/.test(part))) return 'long';
  return parts.some((part) => /^(?:≤|<=?|0 ?[-–])/.test(part)) ? 'default' : null;
}
