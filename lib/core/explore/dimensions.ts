import { costDimensions } from '../costs/dimensions';

export interface ExploreDimension {
  /** The word in an address: `service`, `tag:env`, `allocation:team`. */
  word: string;
  title: string;
  group: DimensionGroup;
}
export const dimensionGroups = ['Cost', 'AI', 'Accounts', 'Resources', 'Pricing', 'Commitments', 'Invoices', 'As billed'] as const;
export type DimensionGroup = (typeof dimensionGroups)[number] | 'Tags' | 'Allocation';

interface Known {
  title: string;
  group: (typeof dimensionGroups)[number];
}

/**
 * What a profile says and costs can be grouped and filtered by: FOCUS columns, what enrichment concluded (`x_…`), each by a word of our own.
 * The words of slices (`costDimensions`) mean the same here. What each is in the tables stands in dimension-columns.ts: a browser needs no SQL.
 */
export const exploreDimensions = {
  provider: { title: costDimensions.provider.title, group: 'Cost' },
  service: { title: costDimensions.service.title, group: 'Cost' },
  category: { title: costDimensions.category.title, group: 'Cost' },
  subcategory: { title: 'Service subcategory', group: 'Cost' },
  region: { title: costDimensions.region.title, group: 'Cost' },
  zone: { title: 'Availability zone', group: 'Cost' },
  team: { title: costDimensions.team.title, group: 'Cost' },
  charge: { title: costDimensions.charge.title, group: 'Cost' },
  'charge-class': { title: 'Charge class', group: 'Cost' },
  frequency: { title: 'Charge frequency', group: 'Cost' },
  description: { title: 'Charge description', group: 'Cost' },
  operation: { title: 'Operation', group: 'Cost' },
  product: { title: 'Product', group: 'Cost' },
  ai: { title: costDimensions.ai.title, group: 'AI' },
  model: { title: costDimensions.model.title, group: 'AI' },
  family: { title: 'Model family', group: 'AI' },
  vendor: { title: costDimensions.vendor.title, group: 'AI' },
  'token-type': { title: costDimensions['token-type'].title, group: 'AI' },
  modality: { title: 'Modality', group: 'AI' },
  deployment: { title: 'Deployment type', group: 'AI' },
  tier: { title: 'Service tier', group: 'AI' },
  context: { title: 'Context band', group: 'AI' },
  'cache-ttl': { title: 'Cache lifetime', group: 'AI' },
  class: { title: costDimensions.class.title, group: 'AI' },
  account: { title: costDimensions.account.title, group: 'Accounts' },
  'account-name': { title: 'Billing account name', group: 'Accounts' },
  'account-type': { title: 'Billing account type', group: 'Accounts' },
  'sub-account': { title: costDimensions['sub-account'].title, group: 'Accounts' },
  'sub-account-id': { title: 'Sub account ID', group: 'Accounts' },
  'sub-account-type': { title: 'Sub account type', group: 'Accounts' },
  principal: { title: 'Principal or key', group: 'Accounts' },
  'cost-center': { title: 'Cost center', group: 'Accounts' },
  currency: { title: costDimensions.currency.title, group: 'Accounts' },
  resource: { title: 'Resource', group: 'Resources' },
  'resource-id': { title: 'Resource ID', group: 'Resources' },
  'resource-type': { title: 'Resource type', group: 'Resources' },
  'resource-group': { title: 'Resource group', group: 'Resources' },
  meter: { title: 'SKU meter', group: 'Pricing' },
  'meter-category': { title: 'Meter category', group: 'Pricing' },
  'meter-subcategory': { title: 'Meter subcategory', group: 'Pricing' },
  sku: { title: 'SKU', group: 'Pricing' },
  'sku-price': { title: 'SKU price', group: 'Pricing' },
  'sku-details': { title: 'SKU price details', group: 'Pricing' },
  pricing: { title: 'Pricing category', group: 'Pricing' },
  'pricing-unit': { title: 'Pricing unit', group: 'Pricing' },
  'pricing-currency': { title: 'Pricing currency', group: 'Pricing' },
  unit: { title: 'Consumed unit', group: 'Pricing' },
  commitment: { title: 'Commitment', group: 'Commitments' },
  'commitment-id': { title: 'Commitment ID', group: 'Commitments' },
  'commitment-category': { title: 'Commitment category', group: 'Commitments' },
  'commitment-type': { title: 'Commitment type', group: 'Commitments' },
  'commitment-status': { title: 'Commitment status', group: 'Commitments' },
  'commitment-unit': { title: 'Commitment unit', group: 'Commitments' },
  reservation: { title: 'Capacity reservation', group: 'Commitments' },
  'reservation-status': { title: 'Reservation status', group: 'Commitments' },
  invoice: { title: 'Invoice', group: 'Invoices' },
  'invoice-detail': { title: 'Invoice detail ID', group: 'Invoices' },
  issuer: { title: 'Invoice issuer', group: 'Invoices' },
  'service-provider': { title: 'Service provider', group: 'Invoices' },
  host: { title: 'Host provider', group: 'Invoices' },
  publisher: { title: 'Publisher', group: 'Invoices' },
  'billed-service': { title: 'Billed service', group: 'As billed' },
  'billed-category': { title: 'Billed category', group: 'As billed' },
  'billed-subcategory': { title: 'Billed subcategory', group: 'As billed' },
  'billed-region': { title: 'Billed region ID', group: 'As billed' },
  'billed-region-name': { title: 'Billed region name', group: 'As billed' },
  'allocated-method': { title: 'Allocation method', group: 'As billed' },
  'allocated-resource': { title: 'Allocated resource', group: 'As billed' },
  'allocated-resource-id': { title: 'Allocated resource ID', group: 'As billed' },
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
  if (key.kind === 'tag') return `Tag ${key.key}`;
  const words = key.key.replace(/[-_]+/g, ' '); // `cost-centre` is the key of an allocation named "Cost centre"
  return words.charAt(0).toUpperCase() + words.slice(1);
}
