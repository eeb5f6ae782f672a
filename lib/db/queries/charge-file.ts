import { batches, raw, sql } from '../sql';
import { type ChargesOf, countedCharges } from './charges';

/** A charge as a line of a file: texts in the order of `chargeFileColumns`. */
export type ChargeFileRow = readonly (string | null)[];

const cells = [
  ['ChargePeriodStart', `to_char(x.charge_period_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`],
  ['ChargePeriodEnd', `to_char(x.charge_period_end at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`],
  ['x_Provider', 'p.x_provider'],
  ['BillingAccountId', 'p.billing_account_id'],
  ['BillingAccountName', 'p.billing_account_name'],
  ['SubAccountId', 'p.sub_account_id'],
  ['SubAccountName', 'p.sub_account_name'],
  ['x_Service', 'p.x_service_name'],
  ['ServiceCategory', 'p.x_service_category'],
  ['ChargeCategory', 'p.charge_category'],
  ['ChargeDescription', 'p.charge_description'],
  ['SkuMeter', 'p.sku_meter'],
  ['ResourceId', 'p.resource_id'],
  ['ResourceName', 'p.resource_name'],
  ['x_Region', 'p.x_region'],
  ['x_IsAi', 'p.x_is_ai::text'],
  ['x_Model', 'p.x_model'],
  ['x_TokenType', 'p.x_token_type'],
  ['x_Team', 'p.x_team'],
  ['BillingCurrency', 'p.billing_currency'],
  ['BilledCost', 'x.billed_cost::text'],
  ['EffectiveCost', 'x.effective_cost::text'],
  ['ConsumedQuantity', 'x.consumed_quantity::text'],
  ['ConsumedUnit', 'p.consumed_unit'],
  ['x_Load', 'x.load_id::text'],
  ['x_Line', 'x.line::text'],
] as const;

export const chargeFileColumns: readonly string[] = cells.map(([name]) => name);

/** All charges behind a view, in the order of their loads and lines, some thousand at a time. */
export async function* chargeFile(organization: number, ask: ChargesOf): AsyncGenerator<ChargeFileRow[]> {
  const statement = sql`select array[${raw(cells.map(([, cell]) => cell).join(', '))}] as cells
    ${countedCharges(organization, ask)} order by x.load_id, x.line`;
  for await (const rows of batches<{ cells: (string | null)[] }>(organization, statement, 5_000)) yield rows.map((r) => r.cells);
}
