import { addDays } from '../../core/time/days';

export interface BedrockRow {
  day: string;
  amount: string;
  /** As the usage type has it: `anthropic.claude-sonnet-4-5`. Null for a meter that names none. */
  model: string | null;
  region?: string;
  account?: string;
}

const columns =
  'BilledCost,EffectiveCost,BillingCurrency,BillingAccountId,SubAccountId,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,RegionId,SkuMeter';

/** A FOCUS export of Amazon Bedrock, a row a day and model. */
export const bedrockBill = (rows: readonly BedrockRow[]): string => [columns, ...rows.map(line)].map((l) => `${l}\n`).join('');

const line = ({ day, amount, model, region = 'us-east-1', account = '111111111111' }: BedrockRow): string =>
  [
    amount,
    amount,
    'USD',
    '999999999999',
    account,
    `${day.slice(0, 7)}-01T00:00:00Z`,
    `${day}T00:00:00Z`,
    `${addDays(day, 1)}T00:00:00Z`,
    'Usage',
    'AWS',
    'Amazon Bedrock',
    region,
    model === null ? 'USE1-Mystery-Units' : `USE1-${model}-mantle-input-tokens`,
  ].join(',');
