import type { DuckDBConnection } from '@duckdb/node-api';
import type { ChargeRow } from '../../core/explore/charge-row';
import type { ExploreQuestion } from '../../core/explore/question';
import { raw, sql } from '../sql';
import { profileSet, rowsOf, within } from './explore-sql';
import { partsOf } from './schema';
import type { Held } from './store';
import { decimalOf, sumFrom } from './sums';

/** Which amount puts the charges in order: that of the measure, or the cost where it has none of its own. */
const orderOf = {
  effective: 'effective',
  billed: 'billed',
  list: 'list',
  contracted: 'contracted',
  tokens: 'tokens',
  quantity: 'quantity',
} as const;

const shown = ['billed', 'effective', 'quantity'] as const;

/** One page of the charges behind a question, those with the largest amounts first. */
export async function exploreCharges(
  connection: DuckDBConnection,
  held: Held,
  { range, measure, filters, without }: ExploreQuestion,
  { limit, offset }: { limit: number; offset: number },
): Promise<ChargeRow[]> {
  const amount = Object.hasOwn(orderOf, measure) ? orderOf[measure as keyof typeof orderOf] : 'effective';
  const counting = amount === 'effective' || amount === 'list' || amount === 'contracted' ? 'counts_effective' : 'counts_billed';
  const { statement, dated } = profileSet({ by: [], filters, without }, held.dated);
  const [hi, lo] = partsOf(amount);
  const order = (f: string) => raw(`abs(${f}.${hi}) desc nulls last, abs(${f}.${lo}) desc nulls last, ${f}.load, ${f}.line, ${f}.profile`);
  const wanted = ['load', 'line', 'day', 'profile', ...new Set([...shown.flatMap(partsOf), ...partsOf(amount)])];
  const sums = shown.flatMap((a) => partsOf(a).map((column, i) => `page.${column} as ${a}_${i}`)).join(', ');
  const onDays = dated ? ' and f.day >= s.from_day and f.day < s.to_day' : '';
  const narrowed = filters.length + without.length > 0 ? sql` join (${statement}) s on s.ordinal = f.profile${raw(onDays)}` : raw('');
  const rows = await rowsOf(
    connection,
    sql`with page as (select ${raw(wanted.map((c) => `f.${c}`).join(', '))} from fact f${narrowed}
                where ${raw(within(range))} and f.${raw(counting)} order by ${order('f')} limit ${raw(String(Math.trunc(limit)))} offset ${raw(String(Math.trunc(offset)))})
      select page.load as "loadId", page.line::text as line, p.key::text as "profileKey", page.day::text as day, p.x_provider as provider,
             p.x_service_name as service, p.charge_description as description, coalesce(p.resource_name, p.resource_id) as resource,
             coalesce(p.sub_account_name, p.sub_account_id) as "subAccount", p.x_model as model, p.x_token_type as "tokenType", p.x_region as region,
             p.x_team as team, p.charge_category as category, coalesce(p.billing_currency, '-') as currency, p.consumed_unit as unit, ${raw(sums)}
        from page join profile p on p.ordinal = page.profile order by ${order('page')}`,
  );
  return rows.map((row) => {
    const amounts = Object.fromEntries(shown.map((a) => [a, exact(sumFrom(row, a))])) as Record<(typeof shown)[number], string | null>;
    const {
      loadId,
      line,
      profileKey,
      day,
      provider,
      service,
      description,
      resource,
      subAccount,
      model,
      tokenType,
      region,
      team,
      category,
      currency,
      unit,
    } = row as unknown as ChargeRow;
    return {
      ...{
        loadId,
        line,
        profileKey,
        day,
        provider,
        service,
        description,
        resource,
        subAccount,
        model,
        tokenType,
        region,
        team,
        category,
        currency,
        unit,
      },
      ...amounts,
    };
  });
}

const exact = (units: bigint | null): string | null => (units === null ? null : decimalOf(units));
