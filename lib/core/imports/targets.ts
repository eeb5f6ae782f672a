/** What a column of ours takes: amounts and days are read, words are kept as they are. */
export type TargetKind = 'amount' | 'quantity' | 'currency' | 'day' | 'text' | 'category';

export interface Target {
  key: TargetKey;
  title: string;
  /** What belongs there, in a few words. */
  about: string;
  kind: TargetKind;
  required: boolean;
  /** One word for all rows can stand in for a column. */
  takesConstant: boolean;
}

export const targetKeys = [
  'BilledCost',
  'BillingCurrency',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ProviderName',
  'ServiceName',
  'ChargeDescription',
  'SkuMeter',
  'Model',
  'TokenType',
  'ConsumedQuantity',
  'ConsumedUnit',
  'BillingAccountId',
  'SubAccountId',
  'SubAccountName',
  'RegionId',
  'ResourceId',
  'ChargeCategory',
  'EffectiveCost',
  'ListCost',
] as const;
export type TargetKey = (typeof targetKeys)[number];

type Described = readonly [title: string, about: string, kind: TargetKind];
const described: Record<TargetKey, Described> = {
  BilledCost: ['Billed cost', 'what is invoiced, without tax', 'amount'],
  BillingCurrency: ['Currency', 'three letters, like EUR', 'currency'],
  ChargePeriodStart: ['Day', 'when the charge begins', 'day'],
  ChargePeriodEnd: ['End', 'when it ends; otherwise a day later', 'day'],
  ProviderName: ['Provider', 'who is paid', 'text'],
  ServiceName: ['Service', 'what was bought', 'text'],
  ChargeDescription: ['Description', 'the line as it is invoiced', 'text'],
  SkuMeter: ['Meter', 'what is counted', 'text'],
  Model: ['Model', 'of AI services', 'text'],
  TokenType: ['Token type', 'input, cached input, output', 'text'],
  ConsumedQuantity: ['Quantity', 'how much was used', 'quantity'],
  ConsumedUnit: ['Unit', 'of the quantity, like 1K tokens', 'text'],
  BillingAccountId: ['Billing account', 'a newer file of it replaces the older', 'text'],
  SubAccountId: ['Sub account id', 'project, subscription, customer', 'text'],
  SubAccountName: ['Sub account', 'its name', 'text'],
  RegionId: ['Region', 'where it ran', 'text'],
  ResourceId: ['Resource', 'what it ran on', 'text'],
  ChargeCategory: ['Category', 'usage, purchase, tax, credit, adjustment', 'category'],
  EffectiveCost: ['Effective cost', 'otherwise the billed cost', 'amount'],
  ListCost: ['List cost', 'before any discount', 'amount'],
};

const required: readonly TargetKey[] = ['BilledCost', 'BillingCurrency', 'ChargePeriodStart'];
const takesConstant = (kind: TargetKind) => kind === 'currency' || kind === 'text' || kind === 'category';

/** Our columns that a file can fill, the ones that decide first. */
export const targets: readonly Target[] = targetKeys.map((key) => {
  const [title, about, kind] = described[key];
  return { key, title, about, kind, required: required.includes(key), takesConstant: takesConstant(kind) };
});
