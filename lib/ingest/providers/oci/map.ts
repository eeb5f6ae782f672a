import {
  absent,
  constant,
  type Expression,
  either,
  endAfter,
  exact as exactOf,
  isOneOf,
  isPresent,
  text as textOf,
  when,
} from '../../duckdb/expressions';
import { jsonObject } from '../../duckdb/records';
import { quote } from '../../duckdb/session';
import { writtenMoment } from '../../duckdb/written-days';
import { focusToFocus } from '../focus/map';
import type { FocusMapping } from '../provider';

/** Folded names of Oracle's own cost report. oracle.md §3. */
type OciColumn =
  | 'costbillingunitreadable'
  | 'costcurrencycode'
  | 'costmycost'
  | 'costmycostoverage'
  | 'costoverageflag'
  | 'costproductsku'
  | 'costskuunitdescription'
  | 'costsubscriptionid'
  | 'costunitprice'
  | 'costunitpriceoverage'
  | 'lineitembackreferenceno'
  | 'lineitemintervalusageend'
  | 'lineitemintervalusagestart'
  | 'lineitemiscorrection'
  | 'lineitemreferenceno'
  | 'lineitemtenantid'
  | 'productavailabilitydomain'
  | 'productcompartmentid'
  | 'productcompartmentname'
  | 'productdescription'
  | 'productregion'
  | 'productresource'
  | 'productresourceid'
  | 'productservice'
  | 'usagebilledquantity'
  | 'usageconsumedquantity'
  | 'usageconsumedquantityunits';

const text = textOf<OciColumn>;
const exact = exactOf<OciColumn>;
const start = writtenMoment<OciColumn>('lineitemintervalusagestart');
const isCorrection = isOneOf(text('lineitemiscorrection'), 'true', 'y', 'yes', '1');

/** `tags/Finance.Team` → a tag `Finance.Team`: each is a column of its own. */
const tags: Expression = {
  uses: [],
  sql(c) {
    const pairs = c.under('tags').map(({ key, ref }) => `struct_pack(k := ${quote(key.replace(/^tags[/_.]/i, ''))}, v := ${ref})`);
    if (pairs.length === 0) return absent.sql(c);
    return `nullif(to_json(map_from_entries(list_filter([${pairs.join(', ')}], lambda e: e.v is not null)))::varchar, '{}')`;
  },
};

/**
 * Oracle's cost report. Under universal credits the cost is drawn from what was paid before, and the overage is what is invoiced; where no
 * overage is written, the cost is what the line bills. oracle.md §3.
 */
export const ociToFocus: FocusMapping = {
  AllocatedMethodId: absent,
  AllocatedResourceId: absent,
  AllocatedResourceName: absent,
  AllocatedTags: absent,
  AvailabilityZone: text('productavailabilitydomain'),
  BilledCost: either(exact('costmycostoverage'), exact('costmycost')),
  BillingAccountId: text('costsubscriptionid', 'lineitemtenantid'),
  BillingAccountName: absent,
  BillingAccountType: when(isPresent(text('costsubscriptionid')), constant('Subscription')),
  BillingCurrency: text('costcurrencycode'),
  BillingPeriodStart: start,
  CapacityReservationId: absent,
  CapacityReservationStatus: absent,
  ChargeCategory: constant('Usage'),
  // A back reference alone is no correction: reports fill it in every line.
  ChargeClass: when(isCorrection, constant('Correction')),
  ChargeDescription: text('productdescription'),
  ChargeFrequency: constant('Usage-Based'),
  ChargePeriodEnd: endAfter(start, writtenMoment<OciColumn>('lineitemintervalusageend')),
  ChargePeriodStart: start,
  CommitmentDiscountCategory: absent,
  CommitmentDiscountId: absent,
  CommitmentDiscountName: absent,
  CommitmentDiscountStatus: absent,
  CommitmentDiscountType: absent,
  CommitmentDiscountUnit: absent,
  ConsumedQuantity: exact('usageconsumedquantity', 'usagebilledquantity'),
  ConsumedUnit: text('usageconsumedquantityunits', 'costskuunitdescription'),
  ContractedCost: exact('costmycost'),
  ContractedUnitPrice: exact('costunitprice'),
  EffectiveCost: either(exact('costmycost'), exact('costmycostoverage')),
  HostProviderName: constant('Oracle'),
  InvoiceDetailId: absent,
  InvoiceId: absent,
  InvoiceIssuerName: constant('Oracle'),
  ListCost: absent,
  ListUnitPrice: absent,
  PricingCategory: constant('Standard'),
  PricingCurrency: absent,
  PricingQuantity: exact('usagebilledquantity'),
  PricingUnit: text('costbillingunitreadable', 'costskuunitdescription'),
  RegionId: text('productregion'),
  RegionName: text('productregion'),
  ResourceId: text('productresourceid'),
  ResourceName: absent,
  ResourceType: text('productresource'),
  ServiceCategory: absent,
  ServiceName: text('productservice'),
  ServiceProviderName: constant('Oracle'),
  ServiceSubcategory: absent,
  SkuId: text('costproductsku'),
  SkuMeter: text('productdescription'),
  SkuPriceDetails: jsonObject({ x_Overage: when(isOneOf(text('costoverageflag'), 'true', 'y', 'yes', '1'), constant('true')) }),
  SkuPriceId: absent,
  SubAccountId: text('lineitemtenantid'),
  SubAccountName: absent,
  SubAccountType: when(isPresent(text('lineitemtenantid')), constant('Tenancy')),
  Tags: tags,
  x_CostCenter: absent,
  x_MeterCategory: text('productservice'),
  x_MeterSubcategory: absent,
  x_Operation: absent,
  x_PrincipalId: absent,
  x_ProductName: text('productdescription'),
  x_PublisherName: constant('Oracle'),
  x_ResourceGroupName: text('productcompartmentname', 'productcompartmentid'),
};

/** Oracle's FOCUS has the names of the preview, with `oci_` columns of its own. oracle.md §2. */
export const ociFocusToFocus: FocusMapping = {
  ...focusToFocus,
  ChargeClass: either(textOf('chargeclass'), when(isPresent(textOf('ocibackreferencenumber')), constant('Correction'))),
  HostProviderName: either(textOf('hostprovidername', 'publisher'), constant('Oracle')),
  InvoiceIssuerName: either(textOf('invoiceissuername', 'invoiceissuer'), constant('Oracle')),
  ServiceProviderName: either(textOf('provider'), constant('Oracle')),
  SkuMeter: textOf('skumeter', 'chargedescription'),
  x_PublisherName: textOf('publisher'),
  x_ResourceGroupName: textOf('ocicompartmentname', 'ocicompartmentid'),
};
