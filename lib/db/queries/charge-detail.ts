import { query, sql } from '../sql';

/** Everything that is known of one charge: its FOCUS columns, what enrichment concluded, the load and the line it came from. */
export async function chargeDetail(
  organization: number,
  loadId: number,
  line: string,
  profileKey: string,
): Promise<Record<string, unknown> | null> {
  const rows = await query<{ detail: Record<string, unknown> }>(
    organization,
    sql`select to_jsonb(p) - 'organization_id' - 'slice_key' || jsonb_build_object(
                 'billed_cost', x.billed_cost::text, 'effective_cost', x.effective_cost::text, 'list_cost', x.list_cost::text,
                 'contracted_cost', x.contracted_cost::text, 'consumed_quantity', x.consumed_quantity::text, 'pricing_quantity', x.pricing_quantity::text,
                 'list_unit_price', x.list_unit_price::text, 'contracted_unit_price', x.contracted_unit_price::text,
                 'charge_period_start', x.charge_period_start, 'charge_period_end', x.charge_period_end, 'billing_period_start', x.billing_period,
                 'x_load', l.id, 'x_line', x.line, 'x_file', i.file_name, 'x_source', s.name) as detail
          from load l
          join charge x on x.billing_period = l.billing_period and x.load_id = l.id
          join charge_profile p on p.organization_id = ${organization} and p.profile_key = x.profile_key
          join import i on i.id = l.import_id
          join source s on s.id = l.source_id
         where l.organization_id = ${organization} and l.id = ${loadId} and x.organization_id = ${organization} and x.line = ${line}::bigint
           and x.profile_key = ${profileKey}::uuid limit 1`,
  );
  return rows[0]?.detail ?? null;
}
