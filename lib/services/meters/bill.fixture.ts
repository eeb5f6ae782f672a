/** A bill of AI meters in FOCUS columns, for tests: one row for each charge. */
export interface BilledMeter {
  meter: string;
  day?: string;
  cost?: string;
  quantity?: string;
  unit?: string;
  currency?: string;
  account?: string;
  service?: string;
  resource?: string;
  category?: string;
}

const columns = [
  'BilledCost',
  'EffectiveCost',
  'BillingCurrency',
  'BillingAccountId',
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ChargeCategory',
  'ProviderName',
  'PublisherName',
  'ServiceName',
  'ServiceCategory',
  'SkuMeter',
  'ConsumedQuantity',
  'ConsumedUnit',
  'SubAccountId',
  'ResourceId',
];

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** The charges of one billing month. */
export const meterBill = (month: string, charges: readonly BilledMeter[]): string => {
  const rows = charges.map((c) => {
    const day = `${month}-${c.day ?? '05'}T00:00:00Z`;
    const [year = 0, m = 0] = month.split('-').map(Number);
    const next = `${m === 12 ? year + 1 : year}-${String(m === 12 ? 1 : m + 1).padStart(2, '0')}-01T00:00:00Z`;
    const cost = c.cost ?? '1.25';
    return [
      cost,
      cost,
      c.currency ?? 'USD',
      c.account ?? 'acc',
      `${month}-01T00:00:00Z`,
      next,
      day,
      day.replace('T00', 'T12'),
      c.category ?? 'Usage',
      'Microsoft',
      'Microsoft',
      c.service ?? 'Azure OpenAI',
      'AI and Machine Learning',
      c.meter,
      c.quantity ?? '500',
      c.unit ?? '1K Tokens',
      'sub-1',
      c.resource ?? '/subscriptions/sub-1/accounts/chat',
    ];
  });
  return `${[columns, ...rows].map((r) => r.map(quoted).join(',')).join('\n')}\n`;
};
