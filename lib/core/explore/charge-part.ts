/**
 * Under which of `chargeParts` a profile `p` stands, in PostgreSQL and DuckDB: the first that holds, so that every charge is under one. A refund is a
 * correction of an earlier period in whatever category (FOCUS ChargeClass); usage with a commitment status is paid by spreading a purchase. What a bill
 * gives no category is "everything else", which FOCUS calls an adjustment.
 */
export const chargePartColumn = `case when p.charge_class = 'Correction' then 'refund'
  when p.charge_category = 'Usage' and p.commitment_discount_status is not null then 'amortized' else coalesce(lower(p.charge_category), 'adjustment') end`;
