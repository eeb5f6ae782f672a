import type { Format } from '../provider';
import { isAzurePlan, m365Days, m365ToFocus } from './map';

export const m365Licenses: Format = {
  id: 'm365-licenses',
  provider: 'microsoft-365',
  title: 'Microsoft 365 licenses',
  dataset: 'cost',
  replaces: 'period',
  recognise(header) {
    const telling = [
      'chargestartdate',
      'chargeenddate',
      'subtotal',
      'productname',
      'skuname',
      'customerid',
      'unitprice',
      'termandbillingcycle',
      'subscriptionid',
    ];
    const found = telling.filter(header.has).length;
    if (!header.has('subtotal') || !header.has('chargestartdate') || !header.has('productname') || header.has('metercategory')) return null;
    return {
      score: 0.4 + (0.5 * found) / telling.length,
      version: null,
      because: `${found} of ${telling.length} columns of license invoice lines`,
    };
  },
  needs: [['subtotal'], ['chargestartdate'], ['currency']],
  mapping: m365ToFocus,
  skip: isAzurePlan,
  inspect: m365Days,
};
