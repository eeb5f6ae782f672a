import { wideFile } from './wide-bill.fixture';

const services = ['Virtual Machines', 'Functions, small', 'ZÜRICH storage', ''];
const teams = ['search', 'Search', 'ops "night"', null];
const categories = ['Usage', 'Tax', 'Credit', 'Purchase', 'Usage', 'Adjustment', 'Usage'];
const units = ['Hours', 'GB', 'Tokens'];
const currencies = ['USD', 'EUR'];

/** A number without a generator's help, so that the ledger is the same each time. */
const pick = <T>(list: readonly T[], seed: number): T => list[Math.abs(Math.imul(seed, 2654435761) >> 7) % list.length] as T;

/** A month of 400 charges of every kind, in two currencies, with amounts down to 20 digits behind the point. */
export function variedBill(month: string): string {
  return wideFile(
    Array.from({ length: 400 }, (_, i) => {
      const day = String(1 + ((i * 7) % 28)).padStart(2, '0');
      const team = pick(teams, i * 3 + 1);
      const sign = i % 11 === 0 ? '-' : '';
      return {
        ChargeClass: i % 6 === 1 ? 'Correction' : '',
        CommitmentDiscountId: i % 4 === 0 ? 'ri-1' : '',
        CommitmentDiscountStatus: i % 4 === 0 ? pick(['Used', 'Unused'], i) : '',
        BilledCost: `${sign}${i % 5}.${String(i * 977).padStart(4, '0')}000000000000000${i % 7}1`,
        EffectiveCost: i % 13 === 0 ? '0' : `${sign}0.${'0'.repeat(i % 20)}${1 + (i % 9)}`,
        ListCost: i % 5 === 0 ? '' : `${sign}${i % 4}.5`,
        ConsumedQuantity: i % 9 === 0 ? '' : `${i % 17}.25`,
        ConsumedUnit: i % 9 === 0 ? '' : pick(units, i * 11),
        BillingCurrency: pick(currencies, i),
        BillingPeriodStart: `${month}-01T00:00:00Z`,
        ChargePeriodStart: `${month}-${day}T00:00:00Z`,
        ChargePeriodEnd: `${month}-${day}T12:00:00Z`,
        ChargeCategory: pick(categories, i * 5 + 2),
        ServiceName: pick(services, i * 13) || 'None of them',
        Tags: team === null ? '' : JSON.stringify({ team, 'cost:centre': `cc-${i % 3}` }),
      };
    }),
  );
}
