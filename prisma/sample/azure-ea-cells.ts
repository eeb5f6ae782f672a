import { type Meter, subscriptionOf } from './azure-meters';
import { type Month, slashed } from './calendar';
import { company, tagsOf, teams, type Workload } from './company';
import type { Cells } from './csv';
import { hex } from './random';

/** Version 2024-08-01 of the enterprise agreement's cost details. */
export const columns = [
  ...['InvoiceSectionName', 'AccountName', 'AccountOwnerId', 'SubscriptionId', 'SubscriptionName', 'ResourceGroup', 'ResourceLocation'],
  ...['Date', 'ProductName', 'MeterCategory', 'MeterSubCategory', 'MeterId', 'MeterName', 'MeterRegion', 'UnitOfMeasure', 'Quantity'],
  ...['EffectivePrice', 'CostInBillingCurrency', 'CostCenter', 'ConsumedService', 'ResourceId', 'Tags', 'OfferId', 'AdditionalInfo'],
  ...[
    'ServiceInfo1',
    'ServiceInfo2',
    'ResourceName',
    'ReservationId',
    'ReservationName',
    'UnitPrice',
    'ProductOrderId',
    'ProductOrderName',
  ],
  ...['Term', 'PublisherType', 'PublisherName', 'ChargeType', 'Frequency', 'PricingModel', 'AvailabilityZone', 'BillingAccountId'],
  ...[
    'BillingAccountName',
    'BillingCurrencyCode',
    'BillingPeriodStartDate',
    'BillingPeriodEndDate',
    'BillingProfileId',
    'BillingProfileName',
  ],
  ...['InvoiceSectionId', 'IsAzureCreditEligible', 'PartNumber', 'PayGPrice', 'PlanName', 'ServiceFamily', 'CostAllocationRuleName'],
  ...['benefitId', 'benefitName', 'AccountId', 'ResourceLocationNormalized'],
] as const;
export type Row = Cells<(typeof columns)[number]>;

const enrollment = '88210457';

export function meterCells(meter: Meter, isOldCategory: boolean): Row {
  return {
    MeterId: meter.id,
    MeterName: meter.name,
    MeterCategory: isOldCategory ? 'Cognitive Services' : meter.category,
    MeterSubCategory: meter.subCategory,
    MeterRegion: 'SE Central',
    UnitOfMeasure: meter.unit,
    ProductName: `${meter.subCategory} - ${meter.name} - SE Central`,
    ServiceFamily: meter.family,
    ConsumedService: meter.service,
    PartNumber: `NWA-${hex(meter.id, 5).toUpperCase()}`,
  };
}

export function placeOf({ workload, meter, type, resource }: { workload: Workload; meter: Meter; type: string; resource: string }): Row {
  const subscription = subscriptionOf(company.name, workload);
  const group = `rg-${workload.app}-${workload.environment}`;
  const tags = JSON.stringify(tagsOf(workload)).slice(1, -1).replaceAll('":"', '": "');
  return {
    SubscriptionId: subscription.id,
    SubscriptionName: subscription.name,
    ResourceGroup: group,
    ResourceLocation: 'swedencentral',
    ResourceLocationNormalized: 'swedencentral',
    ResourceId: `/subscriptions/${subscription.id}/resourceGroups/${group}/providers/${meter.service}/${type}/${resource}`,
    ResourceName: resource,
    CostCenter: workload.tagged ? teams[workload.team].costCenter : '',
    Tags: tags,
  };
}

export function base(month: Month, date: string): Row {
  return {
    AccountName: company.name,
    AccountOwnerId: company.billingContact,
    AccountId: '412077',
    Date: slashed(date),
    OfferId: 'MS-AZR-0017P',
    PublisherType: 'Azure',
    PublisherName: 'Microsoft',
    BillingAccountId: enrollment,
    BillingAccountName: company.name,
    BillingProfileId: enrollment,
    BillingProfileName: company.name,
    BillingCurrencyCode: 'EUR',
    BillingPeriodStartDate: slashed(month.first),
    BillingPeriodEndDate: slashed(month.last),
  };
}
