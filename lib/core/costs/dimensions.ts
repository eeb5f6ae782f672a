/** What costs can be grouped and filtered by on slices: the word in the address, the column, the word on the page. */
export const costDimensions = {
  provider: { column: 'provider', title: 'Provider' },
  account: { column: 'billing_account_id', title: 'Billing account' },
  'sub-account': { column: 'sub_account_id', title: 'Sub account' },
  service: { column: 'service_name', title: 'Service' },
  category: { column: 'service_category', title: 'Service category' },
  model: { column: 'model', title: 'Model' },
  vendor: { column: 'model_vendor', title: 'Model vendor' },
  'token-type': { column: 'token_type', title: 'Token type' },
  region: { column: 'region', title: 'Region' },
  team: { column: 'team', title: 'Team' },
  charge: { column: 'charge_category', title: 'Charge category' },
  ai: { column: 'is_ai::text', title: 'AI' },
  class: { column: 'model_class', title: 'Classification' },
  currency: { column: 'billing_currency', title: 'Currency' },
} as const;
export type CostDimension = keyof typeof costDimensions;
export const isCostDimension = (word: string): word is CostDimension => Object.hasOwn(costDimensions, word);

export const costMeasures = { effective: 'effective_cost', billed: 'billed_cost' } as const;
export type CostMeasure = keyof typeof costMeasures;

/** The columns of a slice that dashboards ask for one at a time; each has its own rows in cost_dimension_daily. */
export const rolledDimensions = [
  'provider',
  'service_name',
  'service_category',
  'model',
  'model_vendor',
  'token_type',
  'team',
  'sub_account_id',
  'region',
  'charge_category',
  'model_class',
] as const;
