/** A bill nobody would draw into a mock-up: names without end, a credit larger than what was used, currencies with no and three decimals, 10,000 resources. */
const columns =
  'BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargeDescription,ChargePeriodEnd,ChargePeriodStart,ConsumedQuantity,ConsumedUnit,EffectiveCost,InvoiceIssuerName,PricingUnit,ProviderName,RegionId,ResourceId,ResourceName,ServiceCategory,ServiceName,SkuId,SkuMeter,SubAccountId,SubAccountName,Tags';

export const endless = `platform-${'shared-between-everybody-who-ever-asked-for-it-'.repeat(3)}production`;
export const wordy =
  'Central Department of Research, Teaching, Administration and Everything Else that Was Merged into It in the Year of the Reform';
export const foreign = '部門横断の共有プラットフォーム費用 · قسم المنصة المشتركة · <b>not bold</b>';

interface Line {
  month: number;
  day: number;
  cost: string;
  currency?: string;
  category?: string;
  account?: string;
  service?: string;
  resource?: string;
  team?: string;
}

/** The months are counted from this one, 0, into the past. */
function line({
  month,
  day,
  cost,
  currency = 'USD',
  category = 'Usage',
  account = 'acct-1',
  service = 'Virtual Machines',
  resource = '',
  team,
}: Line): string {
  const now = new Date();
  const at = (m: number, d: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + m, d)).toISOString();
  const tags = team ? JSON.stringify({ team, [`cost-centre-${wordy.toLowerCase().replaceAll(/\W+/g, '-')}`]: team }) : '';
  const cells = [
    cost,
    account,
    `${wordy} ${account}`,
    currency,
    at(1 - month, 1),
    at(-month, 1),
    category,
    service,
    at(-month, day + 1),
    at(-month, day),
    '1',
    'Hours',
    cost,
  ];
  const more = [
    'Microsoft',
    '1 Hour',
    'Microsoft',
    'westeurope',
    resource,
    resource,
    'Compute',
    service,
    'sku-1',
    'D2 v5',
    'sub-1',
    endless,
    tags,
  ];
  return [...cells, ...more].map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

const file = (lines: readonly string[]): string => `${[columns, ...lines].join('\n')}\n`;

export const oneRow = (): string => file([line({ month: 1, day: 14, cost: '0.0000123' })]);

export const oddBill = (): string =>
  file([
    ...Array.from({ length: 10_000 }, (_, i) =>
      line({
        month: 1,
        day: (i % 28) + 1,
        cost: `${(i % 97) + 0.01}`,
        resource: `/subscriptions/${endless}/vm-${i}`,
        team: `team-${i % 40}`,
      }),
    ),
    line({ month: 1, day: 3, cost: '123456789012.34', service: endless, team: wordy }),
    line({ month: 1, day: 4, cost: '-223456789012.34', category: 'Credit', service: wordy, team: foreign }),
    line({ month: 2, day: 5, cost: '-75000', category: 'Credit', account: 'acct-credit', team: foreign }),
    line({ month: 1, day: 6, cost: '98765432', currency: 'JPY', account: 'acct-jpy', service: foreign }),
    line({ month: 1, day: 7, cost: '-12.345', currency: 'KWD', account: 'acct-kwd', category: 'Adjustment' }),
    line({ month: 2, day: 8, cost: '700.10', account: 'acct-1', service: foreign }),
  ]);

/** A task that fails, one that costs nothing anybody knows, and one with a name without end. */
export function oddEvents(): string {
  const now = new Date();
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 10)).toISOString().slice(0, 10);
  const rows = [
    'time,event_id,task_id,task_type,customer,team,feature,model,channel,account,input_tokens,output_tokens,outcome,latency_ms',
  ];
  const add = (id: string, type: string, model: string, tokens: number, outcome: string) =>
    rows.push(
      `${day}T10:00:00Z,${id},task-${id},"${type}","${wordy}",${endless},${endless},${model},openai,${endless},${tokens},1,${outcome},86400000`,
    );
  add('a', wordy.slice(0, 80), 'gpt-4o', 1_000_000_000, 'failure');
  add('b', foreign, 'gpt-4o', 0, 'success');
  add('c', endless.slice(0, 80), `${endless.slice(0, 60)}-70b`, 123_456_789, 'success');
  return `${rows.join('\n')}\n`;
}
