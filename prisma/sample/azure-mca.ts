import { agreedPrice, type Charged, models, quantityOf, subscriptionOf, subsidiary } from './azure-meters';
import { type Day, type Month, slashed } from './calendar';
import { company, tagsOf, teams, unitsOn } from './company';
import { type Cells, csvText } from './csv';
import { decimal, type Exact, exact, times } from './money';
import { hex } from './random';
import { billedIn, type SampleContent } from './sample-file';
import type { Story } from './story';

/** Cost details of a Microsoft Customer Agreement. */
const columns = [
  ...['invoiceId', 'previousInvoiceId', 'billingAccountId', 'billingAccountName', 'billingProfileId', 'billingProfileName'],
  ...['invoiceSectionId', 'invoiceSectionName', 'resellerName', 'resellerMpnId', 'costCenter', 'billingPeriodEndDate'],
  ...['billingPeriodStartDate', 'servicePeriodEndDate', 'servicePeriodStartDate', 'date', 'serviceFamily', 'productOrderId'],
  ...['productOrderName', 'consumedService', 'meterId', 'meterName', 'meterCategory', 'meterSubCategory', 'meterRegion', 'ProductId'],
  ...['ProductName', 'SubscriptionId', 'subscriptionName', 'publisherType', 'publisherId', 'publisherName', 'resourceGroupName'],
  ...['ResourceId', 'resourceLocation', 'location', 'effectivePrice', 'quantity', 'unitOfMeasure', 'chargeType', 'billingCurrency'],
  ...['pricingCurrency', 'costInBillingCurrency', 'costInPricingCurrency', 'costInUsd', 'paygCostInBillingCurrency', 'paygCostInUsd'],
  ...['exchangeRatePricingToBilling', 'exchangeRateDate', 'isAzureCreditEligible', 'serviceInfo1', 'serviceInfo2', 'additionalInfo'],
  ...['tags', 'PayGPrice', 'frequency', 'term', 'reservationId', 'reservationName', 'pricingModel', 'unitPrice'],
  ...['costAllocationRuleName', 'benefitId', 'benefitName', 'provider'],
] as const;
type Row = Cells<(typeof columns)[number]>;

/** The meters carry euro prices; the subsidiary is billed in dollars. */
const dollarsPerEuro = '1.16';
const location = { name: 'eastus2', region: 'US East 2' };

export function* azureCustomerFiles(months: Month[], story: Story): Generator<SampleContent> {
  for (const month of months) {
    let billed: Exact = 0n;
    const rows: Row[] = [];
    for (const day of month.days) {
      for (const series of subsidiary) {
        const units = unitsOn(series, day);
        if (units === 0n) continue;
        const quantity = quantityOf(series.meter, units);
        const price = agreedPrice(series.meter, dollarsPerEuro);
        const cost = times(quantity, price);
        billed += cost;
        rows.push(usageRow(series, day, month, story, { quantity, price, cost }));
      }
    }
    yield {
      path: `azure/subsidiary/cost-details-${month.name}.csv`,
      provider: 'azure',
      format: 'azure-mca-actual',
      month: month.name,
      rows: rows.length,
      billed: billedIn('USD', billed),
      content: csvText(columns, rows, { mark: true }),
    };
  }
}

interface Priced {
  quantity: Exact;
  price: Exact;
  cost: Exact;
}

function usageRow(series: Charged, day: Day, month: Month, story: Story, { quantity, price, cost }: Priced): Row {
  const { meter, workload, resource, type } = series;
  const subscription = subscriptionOf(company.subsidiary, workload);
  const group = `rg-kids-${workload.app}`;
  const amount = decimal(cost);
  const category = meter.category === models && day.date < story.meterCategoryRenamed ? 'Cognitive Services' : meter.category;
  return {
    ...agreement(month),
    date: slashed(day.date),
    costCenter: workload.tagged ? teams[workload.team].costCenter : '',
    serviceFamily: meter.family,
    consumedService: meter.service,
    meterId: meter.id,
    meterName: meter.name,
    meterCategory: category,
    meterSubCategory: meter.subCategory,
    meterRegion: location.region,
    ProductId: `NWP${hex(meter.id, 9).toUpperCase()}`,
    ProductName: `${meter.subCategory} - ${meter.name} - ${location.region}`,
    SubscriptionId: subscription.id,
    subscriptionName: subscription.name,
    resourceGroupName: group,
    ResourceId: `/subscriptions/${subscription.id}/resourceGroups/${group}/providers/${meter.service}/${type}/kids-${resource}`,
    resourceLocation: location.name,
    location: location.region,
    effectivePrice: decimal(price),
    quantity: decimal(quantity),
    unitOfMeasure: meter.unit,
    chargeType: 'Usage',
    costInBillingCurrency: amount,
    costInPricingCurrency: amount,
    costInUsd: amount,
    paygCostInBillingCurrency: amount,
    paygCostInUsd: amount,
    tags: workload.tagged ? JSON.stringify(tagsOf(workload)) : '',
    PayGPrice: decimal(price),
    unitPrice: decimal(price),
    frequency: 'UsageBased',
    pricingModel: 'OnDemand',
  };
}

function agreement(month: Month): Row {
  return {
    invoiceId: month.closed ? `G${hex(`invoice ${month.name}`, 9).toUpperCase()}` : '',
    billingAccountId: '/providers/Microsoft.Billing/billingAccounts/nw-kids-0001:nw-kids-0002_2019-05-31',
    billingAccountName: company.subsidiary,
    billingProfileId: '/providers/Microsoft.Billing/billingAccounts/nw-kids-0001/billingProfiles/NWKD-01',
    billingProfileName: `${company.subsidiary} USD`,
    invoiceSectionName: company.subsidiary,
    billingPeriodStartDate: slashed(month.first),
    billingPeriodEndDate: slashed(month.last),
    servicePeriodStartDate: slashed(month.first),
    servicePeriodEndDate: slashed(month.last),
    publisherType: 'Microsoft',
    publisherName: 'Microsoft',
    billingCurrency: 'USD',
    pricingCurrency: 'USD',
    exchangeRatePricingToBilling: decimal(exact('1')),
    exchangeRateDate: slashed(month.first),
    isAzureCreditEligible: 'True',
    provider: 'Azure',
  };
}
