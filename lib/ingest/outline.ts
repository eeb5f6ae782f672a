import path from 'node:path';
import { quote, type Session } from './duckdb/session';
import { query, type Recognition } from './pipeline';
import { KEPT, mapped, problem, REJECTED, SKIPPED, state } from './stage';
import { exactSums } from './totals';

/** What one issuer bills one account in one month, in one currency: amounts exact, as the file has them. */
export interface OutlinePart {
  issuer: string;
  account: string | null;
  billingPeriod: string;
  currency: string | null;
  billed: string | null;
  effective: string | null;
  rows: number;
}

export interface Outline {
  rows: number;
  accepted: number;
  rejected: number;
  skipped: number;
  issuers: string[];
  accounts: string[];
  currencies: string[];
  /** Of what will be kept: its first day, the day after its last, and the moment its last charge ends. */
  from: string | null;
  toDay: string | null;
  chargeTo: string | null;
  parts: OutlinePart[];
}

/** One look over the whole file for the person who is to confirm it: what would be kept, what it adds up to, and what would not. */
export async function outline(session: Session, { members, format, dataset, choices }: Recognition): Promise<Outline> {
  const mapping = format.mappingFor?.(dataset) ?? format.mapping;
  const files: string[] = [];
  let torn = 0;
  for (const [i, { readable: r, columns }] of members.entries()) {
    const file = path.join(r.scratch, `look-${i}.parquet`);
    await query(
      session,
      r,
      () => `copy (select record, ${state} as state, issuer, BillingAccountId, BillingPeriodStart, BillingCurrency, BilledCost, EffectiveCost, ChargePeriodStart, ChargePeriodEnd
          from (select *, ${problem(dataset)} as problem from (${mapped({ readable: r, columns, format, mapping, choices })}))) to ${quote(file)} (format parquet)`,
    );
    files.push(file);
    torn += r.mended?.count ?? 0;
  }
  await session.run(`create or replace view look as select * from read_parquet([${files.map(quote).join(', ')}], filename = true)`);
  const states = await session.rows<{ state: number; n: string }>(
    `select state, (case when bool_or(record is not null) then count(distinct (filename, record)) else count(*) end)::varchar as n from look group by state`,
  );
  const count = (which: number) => Number(states.find((s) => Number(s.state) === which)?.n ?? 0);
  const words = (column: string) => `to_json(list_sort(list(distinct ${column}) filter (${column} is not null))[1:50])::varchar`;
  const [found = {}] = await session.rows(
    `select ${words('issuer')} as issuers, ${words('BillingAccountId')} as accounts, ${words('BillingCurrency')} as currencies, min(ChargePeriodStart)::date::varchar as "from",
            (max(ChargePeriodStart)::date + 1)::varchar as "toDay", max(ChargePeriodEnd)::varchar as "chargeTo" from look where state = ${KEPT}`,
  );
  const sums = await exactSums(session, {
    from: `select issuer, BillingAccountId as account, BillingPeriodStart::date::varchar as period, BillingCurrency as currency, BilledCost, EffectiveCost from look where state = ${KEPT}`,
    groups: ['issuer', 'account', 'period', 'currency'],
    sums: ['BilledCost', 'EffectiveCost'],
  });
  const list = (v: unknown): string[] => JSON.parse(String(v ?? '[]')) ?? [];
  const text = (v: unknown) => (v === null || v === undefined ? null : String(v));
  const [accepted, rejected, skipped] = [count(KEPT), count(REJECTED) + torn, count(SKIPPED)];
  return {
    rows: accepted + rejected + skipped,
    accepted,
    rejected,
    skipped,
    issuers: list(found.issuers),
    accounts: list(found.accounts),
    currencies: list(found.currencies),
    from: text(found.from),
    toDay: text(found.toDay),
    chargeTo: text(found.chargeTo),
    parts: sums.map((s) => ({
      issuer: s.issuer ?? 'unknown',
      account: s.account ?? null,
      billingPeriod: s.period ?? '',
      currency: s.currency ?? null,
      billed: s.BilledCost ?? null,
      effective: s.EffectiveCost ?? null,
      rows: Number(s.n),
    })),
  };
}
