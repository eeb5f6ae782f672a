import { exact, text } from '../../duckdb/expressions';
import type { Format, Inspection } from '../provider';
import { azureToFocus } from './map';

const costColumns = ['costinbillingcurrency', 'cost', 'pretaxcost'] as const;
const dayColumns = ['date', 'usagedatetime', 'usagedate'] as const;

/**
 * Days are month first or day first by file, never by row: a part above 12 in any date column proves which. Amortized data is told by unused
 * commitments, or by covered usage that costs something; without commitments the two exports are the same.
 */
const inspect: Inspection = {
  select(c) {
    const dates = [...dayColumns, 'billingperiodstartdate', 'billingperiodenddate', 'serviceperiodstartdate', 'serviceperiodenddate']
      .map((n) => c.ref(n))
      .filter((r): r is string => r !== null);
    const part = (n: number) =>
      `greatest(${['0', ...dates.map((d) => `coalesce(max(try_cast(nullif(regexp_extract(${d}, '^(\\d{1,2})[/.](\\d{1,2})[/.]', ${n}), '') as int)), 0)`)].join(', ')})`;
    const day = text(...dayColumns).sql(c);
    const [type, model, cost] = [text('chargetype').sql(c), text('pricingmodel').sql(c), exact(...costColumns).sql(c)];
    return `${part(1)} as first, ${part(2)} as second,
      count(*) filter (regexp_matches(${day}, '^\\d{1,2}[/.]')) as slashed,
      count(*) filter (regexp_extract(${day}, '^(\\d{1,2})[/.](\\d{1,2})[/.]', 1)::varchar <> regexp_extract(${day}, '^(\\d{1,2})[/.](\\d{1,2})[/.]', 2)::varchar) as unlike,
      count(*) filter (lower(${type}) in ('unusedreservation', 'unusedsavingsplan')
        or (lower(${type}) = 'usage' and lower(${model}) in ('reservation', 'savingsplan', 'savings plan') and try_cast(${cost} as double) <> 0)) as amortized`;
  },
  settle({ first, second, slashed, unlike, amortized }) {
    const dataset = Number(amortized) > 0 ? ('amortized' as const) : ('actual' as const);
    if (Number(slashed) === 0) return { dataset, dateOrder: 'iso' };
    if (Number(first) > 12 && Number(second) > 12)
      return { dataset, ambiguous: 'Some days read month/day/year and others day/month/year.' };
    if (Number(second) > 12) return { dataset, dateOrder: 'mdy' };
    if (Number(first) > 12) return { dataset, dateOrder: 'dmy' };
    if (Number(unlike) === 0) return { dataset, dateOrder: 'mdy' };
    return { dataset, ambiguous: 'Every day can be read as month/day/year and as day/month/year.' };
  },
};

export const azureCost: Format = {
  id: 'azure-cost-details',
  provider: 'azure',
  title: 'Azure cost details',
  dataset: 'actual',
  replaces: 'period',
  recognise(header) {
    const telling = [
      'metercategory',
      'meterid',
      'metername',
      'unitofmeasure',
      'consumedservice',
      'chargetype',
      'resourcelocation',
      'subscriptionid',
      'subscriptionguid',
    ];
    const found = telling.filter(header.has).length;
    if (!header.has('metercategory') || !costColumns.some(header.has) || !dayColumns.some(header.has)) return null;
    return {
      score: 0.5 + (0.45 * found) / telling.length,
      version: agreement(header.has),
      because: `meter and cost columns of Azure cost details`,
    };
  },
  needs: [dayColumns, costColumns, ['billingcurrencycode', 'billingcurrency', 'currency']],
  mapping: azureToFocus('actual'),
  mappingFor: azureToFocus,
  inspect,
};

function agreement(has: (folded: string) => boolean): string {
  if (has('partnername') || has('customertenantid')) return 'CSP';
  if (has('pretaxcost') || has('usagedatetime')) return 'pay-as-you-go';
  if (has('previousinvoiceid') || has('costinpricingcurrency') || has('exchangeratepricingtobilling')) return 'MCA';
  return has('accountownerid') || has('accountname') || has('partnumber') ? 'EA' : 'native';
}
