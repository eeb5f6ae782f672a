import { findProvider } from '@pydantic/genai-prices';
import type { UsagePolicy } from '../../core/usage/policy';
import type { Conditions } from '../../core/what-if/conditions';
import { lookUpModel } from '../../ingest/enrich/catalogue';

/** What use has to keep to, with what is known of each model. */
export const conditionsOf = (
  policy: UsagePolicy | null,
  { zones = [], noPreview = false }: { zones?: readonly string[]; noPreview?: boolean } = {},
): Conditions => ({ zones, noPreview, policy, vendorOf: (model) => lookUpModel(model)?.vendor ?? null, contextOf });

const contexts = new Map<string, number | null>();

/** The context window of a model as the list of prices tells it. */
function contextOf(model: string): number | null {
  const known = contexts.get(model);
  if (known !== undefined) return known;
  const vendor = lookUpModel(model)?.vendor;
  const found = findProvider({ providerId: vendor ?? '', modelId: model })?.models.find((m) => m.id === model)?.context_window ?? null;
  contexts.set(model, found);
  return found;
}
