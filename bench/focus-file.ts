import { DuckDBInstance } from '@duckdb/node-api';

/**
 * Writes a FOCUS 1.2 CSV of 47 columns with hourly charges of about `rows / 8.3` resources over one month: accounts, services, SKUs and
 * tags repeat the way a real export repeats them. The same numbers give the same bytes.
 */
export async function writeFocusFile(path: string, { rows, month = '2026-10-01' }: { rows: number; month?: string }): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const duck = await instance.connect();
  const resources = Math.max(1, Math.round(rows * 0.12));
  const model = `(['gpt-5', 'gpt-5-mini', 'gpt-4.1', 'gpt-4o-1120', 'o4-mini-0416', 'gpt-5-nano'])[1 + sku % 6]`;
  await duck.run(`
    copy (
      with row as (
        select i, i % ${resources} as resource, (i // ${resources}) as n,
               (hash(i % ${resources}) % 40)::bigint as account, (hash((i % ${resources}) * 7) % 60)::bigint as sku,
               (hash(i) % 100000000)::bigint as noise
          from range(${rows}) t(i)
      ), charge as (
        select *, (account // 4) % 3 as provider, ((noise * 37) % 2000000007) / 1000000000.0 as quantity,
               (1 + sku % 17) * 0.0031700000 as price, sku % 5 < 2 as is_ai,
               timestamp '${month}' + to_hours(((resource * 13 + n) % 672)::int) as start
          from row
      )
      select
        printf('%.10f', quantity * price)                     as "BilledCost",
        'acct-' || lpad((account // 4)::varchar, 6, '0')       as "BillingAccountId",
        'Contoso billing ' || (account // 4)                   as "BillingAccountName",
        'BillingAccount'                                       as "BillingAccountType",
        'USD'                                                  as "BillingCurrency",
        strftime(timestamp '${month}' + interval 1 month, '%Y-%m-%dT%H:%M:%SZ') as "BillingPeriodEnd",
        strftime(timestamp '${month}', '%Y-%m-%dT%H:%M:%SZ')    as "BillingPeriodStart",
        null                                                   as "CapacityReservationId",
        null                                                   as "CapacityReservationStatus",
        'Usage'                                                as "ChargeCategory",
        null                                                   as "ChargeClass",
        'Hourly usage of SKU ' || sku                          as "ChargeDescription",
        'Usage-Based'                                          as "ChargeFrequency",
        strftime(start + interval 1 hour, '%Y-%m-%dT%H:%M:%SZ') as "ChargePeriodEnd",
        strftime(start, '%Y-%m-%dT%H:%M:%SZ')                   as "ChargePeriodStart",
        null                                                   as "CommitmentDiscountCategory",
        null                                                   as "CommitmentDiscountId",
        null                                                   as "CommitmentDiscountName",
        null                                                   as "CommitmentDiscountStatus",
        null                                                   as "CommitmentDiscountType",
        case when is_ai then (quantity * 1000000)::bigint::varchar else printf('%.6f', quantity) end as "ConsumedQuantity",
        case when is_ai then 'Tokens' else 'Hours' end         as "ConsumedUnit",
        printf('%.10f', quantity * price)                      as "ContractedCost",
        printf('%.10f', price)                                 as "ContractedUnitPrice",
        printf('%.10f', quantity * price)                      as "EffectiveCost",
        'INV-2026-10-' || (account // 4)                       as "InvoiceId",
        (['Microsoft', 'Amazon Web Services, Inc.', 'Google'])[1 + provider] as "InvoiceIssuerName",
        printf('%.10f', quantity * price * 1.1)                as "ListCost",
        printf('%.10f', price * 1.1)                           as "ListUnitPrice",
        'Standard'                                             as "PricingCategory",
        'USD'                                                  as "PricingCurrency",
        printf('%.6f', quantity)                               as "PricingQuantity",
        case when is_ai then '1000000 Tokens' else 'Hours' end as "PricingUnit",
        (['Microsoft', 'AWS', 'Google Cloud'])[1 + provider]   as "ProviderName",
        (['Microsoft', 'AWS', 'Google Cloud'])[1 + provider]   as "PublisherName",
        (['westeurope', 'eu-west-1', 'europe-west1', 'eastus'])[1 + account % 4] as "RegionId",
        (['West Europe', 'EU (Ireland)', 'Belgium', 'East US'])[1 + account % 4] as "RegionName",
        '/subscriptions/sub-' || account || '/resourceGroups/rg-' || (resource % 400) || '/providers/resource-' || resource as "ResourceId",
        'resource-' || resource                                as "ResourceName",
        case when is_ai then 'AI and Machine Learning' else 'Compute' end as "ServiceCategory",
        case when is_ai then 'Azure OpenAI' else 'Virtual Machines' end as "ServiceName",
        'sku-' || sku                                          as "SkuId",
        case when is_ai then ${model} || (['-Inp-glbl', '-Outp-glbl', '-cchd-Inp-glbl'])[1 + sku % 3] || ' Tokens' else 'D' || sku || ' v5' end as "SkuMeter",
        'sku-' || sku || '-price'                              as "SkuPriceId",
        'sub-' || account                                      as "SubAccountId",
        'Subscription ' || account                             as "SubAccountName",
        '{"team":"team-' || (account % 12) || '","environment":"' || (['prod', 'test', 'dev'])[1 + resource % 3] || '","cost-center":"cc-' || (resource % 40) || '"}' as "Tags"
      from charge
    ) to '${path.replaceAll("'", "''")}' (format csv, header true)`);
  duck.closeSync();
  instance.closeSync();
}
