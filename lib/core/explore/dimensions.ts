import { costDimensions } from '../costs/dimensions';

export interface ExploreDimension {
  /** The word in an address: `service`, `tag:env`, `allocation:team`. */
  word: string;
  title: string;
  group: DimensionGroup;
}
export const dimensionGroups = ['Cost', 'AI', 'Accounts', 'Resources', 'Pricing', 'Commitments', 'Invoices'] as const;
export type DimensionGroup = (typeof dimensionGroups)[number] | 'Tags' | 'Allocation';

interface Known {
  title: string;
  group: (typeof dimensionGroups)[number];
  /** An expression over a profile `p`, the same in PostgreSQL and DuckDB. */
  sql: string;
}

/**
 * What a profile says and costs can be grouped and filtered by: FOCUS columns, what enrichment concluded (`x_…`), each by a word of our own.
 * The words of slices (`costDimensions`) mean the same here.
 */
export const exploreDimensions = {
  provider: { title: costDimensions.provider.title, group: 'Cost', sql: 'p.x_provider' },
  service: { title: costDimensions.service.title, group: 'Cost', sql: 'p.x_service_name' },
  category: { title: costDimensions.category.title, group: 'Cost', sql: 'p.x_service_category' },
  subcategory: { title: 'Service subcategory', group: 'Cost', sql: 'p.x_service_subcategory' },
  region: { title: costDimensions.region.title, group: 'Cost', sql: 'p.x_region' },
  zone: { title: 'Availability zone', group: 'Cost', sql: 'p.availability_zone' },
  team: { title: costDimensions.team.title, group: 'Cost', sql: 'p.x_team' },
  charge: { title: costDimensions.charge.title, group: 'Cost', sql: 'p.charge_category' },
  'charge-class': { title: 'Charge class', group: 'Cost', sql: 'p.charge_class' },
  frequency: { title: 'Charge frequency', group: 'Cost', sql: 'p.charge_frequency' },
  description: { title: 'Charge description', group: 'Cost', sql: 'p.charge_description' },
  operation: { title: 'Operation', group: 'Cost', sql: 'p.x_operation' },
  product: { title: 'Product', group: 'Cost', sql: 'p.x_product_name' },
  ai: { title: costDimensions.ai.title, group: 'AI', sql: 'p.x_is_ai::text' },
  model: { title: costDimensions.model.title, group: 'AI', sql: 'p.x_model' },
  family: { title: 'Model family', group: 'AI', sql: 'p.x_model_family' },
  vendor: { title: costDimensions.vendor.title, group: 'AI', sql: 'p.x_model_vendor' },
  'token-type': { title: costDimensions['token-type'].title, group: 'AI', sql: 'p.x_token_type' },
  modality: { title: 'Modality', group: 'AI', sql: 'p.x_modality' },
  deployment: { title: 'Deployment type', group: 'AI', sql: 'p.x_deployment_type' },
  tier: { title: 'Service tier', group: 'AI', sql: 'p.x_service_tier' },
  context: { title: 'Context band', group: 'AI', sql: 'p.x_context_band' },
  'cache-ttl': { title: 'Cache lifetime', group: 'AI', sql: 'p.x_cache_ttl' },
  class: { title: costDimensions.class.title, group: 'AI', sql: 'p.x_model_class' },
  account: { title: costDimensions.account.title, group: 'Accounts', sql: 'p.billing_account_id' },
  'account-name': { title: 'Billing account name', group: 'Accounts', sql: 'p.billing_account_name' },
  'sub-account': { title: costDimensions['sub-account'].title, group: 'Accounts', sql: 'coalesce(p.sub_account_name, p.sub_account_id)' },
  'sub-account-id': { title: 'Sub account ID', group: 'Accounts', sql: 'p.sub_account_id' },
  principal: { title: 'Principal or key', group: 'Accounts', sql: 'p.x_principal_id' },
  'cost-center': { title: 'Cost center', group: 'Accounts', sql: 'p.x_cost_center' },
  currency: { title: costDimensions.currency.title, group: 'Accounts', sql: `coalesce(p.billing_currency, '-')` },
  resource: { title: 'Resource', group: 'Resources', sql: 'coalesce(p.resource_name, p.resource_id)' },
  'resource-id': { title: 'Resource ID', group: 'Resources', sql: 'p.resource_id' },
  'resource-type': { title: 'Resource type', group: 'Resources', sql: 'p.resource_type' },
  'resource-group': { title: 'Resource group', group: 'Resources', sql: 'p.x_resource_group_name' },
  meter: { title: 'SKU meter', group: 'Pricing', sql: 'p.sku_meter' },
  'meter-category': { title: 'Meter category', group: 'Pricing', sql: 'p.x_meter_category' },
  'meter-subcategory': { title: 'Meter subcategory', group: 'Pricing', sql: 'p.x_meter_subcategory' },
  sku: { title: 'SKU', group: 'Pricing', sql: 'p.sku_id' },
  'sku-price': { title: 'SKU price', group: 'Pricing', sql: 'p.sku_price_id' },
  pricing: { title: 'Pricing category', group: 'Pricing', sql: 'p.pricing_category' },
  unit: { title: 'Consumed unit', group: 'Pricing', sql: 'p.consumed_unit' },
  commitment: { title: 'Commitment', group: 'Commitments', sql: 'coalesce(p.commitment_discount_name, p.commitment_discount_id)' },
  'commitment-category': { title: 'Commitment category', group: 'Commitments', sql: 'p.commitment_discount_category' },
  'commitment-type': { title: 'Commitment type', group: 'Commitments', sql: 'p.commitment_discount_type' },
  'commitment-status': { title: 'Commitment status', group: 'Commitments', sql: 'p.commitment_discount_status' },
  reservation: { title: 'Capacity reservation', group: 'Commitments', sql: 'p.capacity_reservation_id' },
  invoice: { title: 'Invoice', group: 'Invoices', sql: 'p.invoice_id' },
  issuer: { title: 'Invoice issuer', group: 'Invoices', sql: 'p.invoice_issuer_name' },
  'service-provider': { title: 'Service provider', group: 'Invoices', sql: 'p.service_provider_name' },
  host: { title: 'Host provider', group: 'Invoices', sql: 'p.host_provider_name' },
  publisher: { title: 'Publisher', group: 'Invoices', sql: 'p.x_publisher_name' },
} as const satisfies Record<string, Known>;

export type KnownDimension = keyof typeof exploreDimensions;
export const isKnownDimension = (word: string): word is KnownDimension => Object.hasOwn(exploreDimensions, word);

/** `tag:env`: a key of the tags, as it is written there. `allocation:team`: the result of allocation rules. */
const keyed = /^(tag|allocation):(.{1,128})$/su;
export type KeyedDimension = { kind: 'tag' | 'allocation'; key: string };

/** What stands behind the word of a dimension with a key; null for the others. */
export function keyedDimension(word: string): KeyedDimension | null {
  const found = keyed.exec(word);
  return found?.[1] && found[2] && !found[2].includes('\u0000') ? { kind: found[1] as KeyedDimension['kind'], key: found[2] } : null;
}

export const isExploreDimension = (word: string): boolean => isKnownDimension(word) || keyedDimension(word) !== null;

/** The words on the page. */
export function dimensionTitle(word: string): string {
  if (isKnownDimension(word)) return exploreDimensions[word].title;
  const key = keyedDimension(word);
  if (!key) return word;
  return key.kind === 'tag' ? `Tag ${key.key}` : key.key.charAt(0).toUpperCase() + key.key.slice(1);
}
