import { canonicalModel } from './canonical-model';
import { lookUpModel } from './catalogue';
import { slug } from './provider';
import { tokenTypeOf } from './token-type';
import type { TokenType } from './types';

/** What SkuPriceDetails states outright. A stated fact is taken before anything a name only suggests. */
export interface SkuDetails {
  model: string | null;
  family: string | null;
  vendor: string | null;
  tokenType: TokenType | null;
  cacheTtl: string | null;
  modality: string | null;
  deploymentType: string | null;
  serviceTier: string | null;
  contextBand: string | null;
  lifecycle: string | null;
}

/**
 * The AI keys of SkuPriceDetails: FOCUS's own examples for foundation models (ModelId, ModelDeveloper, TokenDirection, TokenCacheAction)
 * and our mirrored `x_` keys (focus §2, §6). Case, `x_` and underscores do not count. Null where the text names neither model nor direction.
 */
export function readSkuDetails(json: string | null): SkuDetails | null {
  const said = stringsOf(json);
  if (said.size === 0) return null;
  const get = (...keys: readonly string[]): string | null => keys.map((key) => said.get(key)).find((value) => value !== undefined) ?? null;
  const modelText = get('model', 'modelid', 'modelname');
  const model = modelText === null ? null : withoutSeller(canonicalModel(modelText));
  const direction = [get('tokencacheaction'), get('tokentype'), get('tokendirection')].filter((text) => text !== null);
  const token = direction.length === 0 ? null : tokenTypeOf(direction.join(' '));
  if (model === null && token === null) return null;
  return {
    model,
    family: slugOf(get('modelfamily')),
    vendor: slugOf(get('modelvendor', 'modeldeveloper', 'modelprovider')),
    tokenType: token?.tokenType ?? null,
    cacheTtl: get('cachettl') ?? token?.cacheTtl ?? null,
    modality: lower(get('modality')),
    deploymentType: lower(get('deploymenttype')),
    serviceTier: lower(get('servicetier')),
    contextBand: lower(get('contextband', 'context')),
    lifecycle: lower(get('lifecycle')),
  };
}

/** The flat text and number values of a JSON object under plain keys; empty where there is none or it cannot be read. */
export function stringsOf(json: string | null): Map<string, string> {
  const strings = new Map<string, string>();
  if (json === null || !json.includes('{')) return strings;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return strings;
  }
  if (typeof value !== 'object' || value === null) return strings;
  for (const [key, entry] of Object.entries(value)) {
    const text = typeof entry === 'string' ? entry.trim() : typeof entry === 'number' ? String(entry) : '';
    const plain = key.toLowerCase().replace(/^x_/, '').replace(/_/g, '');
    if (text !== '' && !strings.has(plain)) strings.set(plain, text);
  }
  return strings;
}

/** An id such as `latticescale.solora-reasoning-pro` stays whole unless what follows the seller's dot is a model we know. */
function withoutSeller(model: string | null): string | null {
  if (model === null) return null;
  const tail = /^[a-z]+\.(.+)$/.exec(model)?.[1];
  return tail !== undefined && lookUpModel(tail) !== null ? tail : model;
}

const lower = (text: string | null): string | null => text?.toLowerCase().replace(/[\s-]+/g, '_') ?? null;
const slugOf = (text: string | null): string | null => (text === null ? null : slug(text) || null);
