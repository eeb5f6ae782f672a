/** One charge of a service on one day of 2026, by default the tenth. */
export interface ServiceCharge {
  month: '03' | '04';
  day?: number;
  service: string;
  cost: string;
  team?: string;
  category?: string;
  meter?: string;
  tokens?: number;
}

const header =
  'BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargeDescription,ChargePeriodEnd,ChargePeriodStart,ConsumedQuantity,ConsumedUnit,EffectiveCost,InvoiceIssuerName,PricingUnit,ProviderName,RegionId,ServiceCategory,ServiceName,SkuId,SkuMeter,SubAccountId,SubAccountName,Tags';

function row({ month, day = 10, service, cost, team, category = 'Usage', meter = 'D2 v5', tokens }: ServiceCharge): string {
  const next = month === '03' ? '04' : '05';
  const on = (d: number) => `2026-${month}-${String(d).padStart(2, '0')}T00:00:00Z`;
  const tags = team ? `"{""team"":""${team}""}"` : '';
  const [quantity, unit] = tokens ? [tokens, 'Tokens'] : [1, 'Hours'];
  return `${cost},acct-q,Questions,USD,2026-${next}-01T00:00:00Z,${on(1)},${category},${service},${on(day + 1)},${on(day)},${quantity},${unit},${cost},Microsoft,1 ${unit},Microsoft,westeurope,Compute,${service},sku-${meter},${meter},sub-q,Questions,${tags}`;
}

/** A FOCUS file of these charges, of one billing account. */
export const serviceBill = (charges: readonly ServiceCharge[]): string => `${[header, ...charges.map(row)].join('\n')}\n`;
