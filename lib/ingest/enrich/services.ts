import { focusCategories, type Service, servicesBySpelling } from './service-catalogue';
import type { MeterText } from './types';

interface ServicePlace {
  serviceName: string | null;
  serviceCategory: string | null;
  serviceSubcategory: string | null;
}

/** A provider that is one service, for files that name none. */
const onlyService = new Map([
  ['openai', 'openai api'],
  ['anthropic', 'anthropic api'],
]);

const categoriesByLowerCase = new Map([...focusCategories.keys()].map((category) => [category.toLowerCase(), category]));
// Azure's service family says it with a plus sign.
categoriesByLowerCase.set('ai + machine learning', 'AI and Machine Learning');

/**
 * One name per service and its FOCUS category (focus §2). A category the file gives is kept when FOCUS knows it, and a subcategory when it
 * belongs to that category; the table fills only what is missing.
 */
export function placeService(meter: MeterText, provider: string): ServicePlace {
  const service = findService(meter, provider);
  const given = categoriesByLowerCase.get(meter.serviceCategory?.trim().toLowerCase() ?? '') ?? null;
  const category = given ?? service?.category ?? null;
  return {
    serviceName: service?.name ?? firstOf(meter.serviceName, meter.meterCategory),
    serviceCategory: category,
    serviceSubcategory: subcategoryWithin(category, meter.serviceSubcategory, service),
  };
}

/** Whether a usage type or name says Bedrock, also where the seller's edition hides it: "Claude Haiku 4.5 (Amazon Bedrock Edition)". */
export const isBedrockEdition = (text: string | null): boolean => text !== null && /\(amazon bedrock edition\)/i.test(text);

function findService(meter: MeterText, provider: string): Service | null {
  if (isBedrockEdition(meter.serviceName) || (provider === 'aws' && isBedrockEdition(meter.productName))) {
    return servicesBySpelling.get('amazon bedrock') ?? null;
  }
  for (const text of [meter.serviceName, meter.meterCategory, meter.resourceType]) {
    const found = bySpelling(text);
    if (found) return found;
  }
  if (meter.serviceName !== null && meter.serviceName.trim() !== '') return null;
  return servicesBySpelling.get(onlyService.get(provider) ?? '') ?? bySpelling(meter.productName);
}

function bySpelling(text: string | null): Service | null {
  const plain = text?.trim().toLowerCase() ?? '';
  // A resource type such as microsoft.compute/virtualmachines is found by its namespace.
  return servicesBySpelling.get(plain) ?? servicesBySpelling.get(plain.split('/')[0] ?? '') ?? null;
}

function subcategoryWithin(category: string | null, given: string | null, service: Service | null): string | null {
  if (category === null) return null;
  const allowed = [...(focusCategories.get(category) ?? []), `Other (${category})`];
  const kept = allowed.find((name) => name.toLowerCase() === given?.trim().toLowerCase());
  return kept ?? (service?.category === category ? service.subcategory : null);
}

function firstOf(...texts: readonly (string | null)[]): string | null {
  return texts.map((text) => text?.trim() ?? '').find((text) => text !== '') ?? null;
}
