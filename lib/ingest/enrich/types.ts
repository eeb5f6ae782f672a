/** What a charge profile says of its meter: FOCUS columns and ours, as text, before anybody has decided what they mean. */
export interface MeterText {
  serviceProviderName: string | null;
  /** The seller, where the file names one: `PublisherName`, `x_PublisherName`. */
  publisherName: string | null;
  serviceName: string | null;
  serviceCategory: string | null;
  serviceSubcategory: string | null;
  /** Azure: meter name. AWS: usage type. OpenAI: line item. */
  skuMeter: string | null;
  skuId: string | null;
  /** JSON text of key → value, as delivered. */
  skuPriceDetails: string | null;
  chargeCategory: string | null;
  chargeDescription: string | null;
  pricingUnit: string | null;
  consumedUnit: string | null;
  resourceType: string | null;
  regionId: string | null;
  regionName: string | null;
  /** Azure `MeterCategory`, `x_SkuMeterCategory`. */
  meterCategory: string | null;
  /** Azure `MeterSubCategory`, `x_SkuMeterSubcategory`. */
  meterSubcategory: string | null;
  /** Azure `ProductName`, AWS `product_product_name`, `x_SkuDescription`. */
  productName: string | null;
  /** AWS `line_item_operation`, `x_Operation`. */
  operation: string | null;
}

/** One distinct meter of a file with what it cost and counted in sum: enough to prove a unit's scale, never money. */
export interface MeterUse extends MeterText {
  cost: number;
  quantity: number;
}

export type TokenType = 'input' | 'cached_input' | 'cache_write' | 'output' | 'reasoning';
export type ModelClass = 'classified' | 'unclassified' | 'not_ai';

/** What a meter means. Decided once per distinct meter; `null` is "does not apply or is not said". */
export interface Meaning {
  /** Our id of the service provider, constant on every page: azure, aws, gcp, oracle, openai, anthropic, github, … or a slug of its name. */
  provider: string;
  serviceName: string | null;
  serviceCategory: string | null;
  serviceSubcategory: string | null;
  /** The provider's region id, in lower case and without spaces: westeurope, eu-west-1. */
  region: string | null;
  /** AI spend: token and model services, provisioned capacity, AI compute. */
  isAi: boolean;
  /** `unclassified` is AI spend whose model or token type should be known and is not: it is listed with its cost. */
  modelClass: ModelClass;
  model: string | null;
  modelFamily: string | null;
  modelVendor: string | null;
  tokenType: TokenType | null;
  cacheTtl: string | null;
  modality: string | null;
  deploymentType: string | null;
  serviceTier: string | null;
  contextBand: string | null;
  lifecycle: string | null;
  /** How many tokens one unit of ConsumedQuantity is, as a whole number; null where the quantity counts no tokens. */
  tokensPerUnit: string | null;
  /** The implied price per 1M tokens is outside 0.001 to 1,000 on every reading of the unit. */
  scaleSuspect: boolean;
  /** The rule that decided, for the charge drawer. */
  rule: string;
}
