import { amounts, dimensions, snake } from '../../core/focus/columns';
import { batches, raw, sql } from '../sql';

/** A charge as a line of a file: texts in the order of `chargeFileColumns`. */
export type ChargeFileRow = readonly (string | null)[];

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const month = (text: string) => `to_char(${text}, 'YYYY-MM-DD"T00:00:00Z"')`;

/** What enrichment concluded stands after the columns of FOCUS, under names of our own. */
const own = ['Provider', 'IsAi', 'Model', 'ModelVendor', 'TokenType', 'Region', 'Team'] as const;

/** A column of the file and how it is read: FOCUS 1.2 Cost and Usage by its names, then ours. */
const cells: readonly (readonly [name: string, cell: string])[] = [
  ['BillingPeriodStart', month('l.billing_period')],
  ['BillingPeriodEnd', month(`l.billing_period + interval '1 month'`)],
  ['ChargePeriodStart', moment('x.charge_period_start')],
  ['ChargePeriodEnd', moment('x.charge_period_end')],
  ...amounts.map((column) => [column, `x.${snake(column)}::text`] as const),
  ...dimensions.map((column) => [column, `p.${snake(column)}`] as const),
  ...own.map((name) => [`x_${name}`, name === 'IsAi' ? 'p.x_is_ai::text' : `p.${snake(`x_${name}`)}`] as const),
  ['x_Load', 'x.load_id::text'],
  ['x_Line', 'x.line::text'],
];

export const chargeFileColumns: readonly string[] = cells.map(([name]) => name);

export interface ChargeFileAsk {
  from: string;
  to: string;
  /** Whose charges are counted: of Azure's two exports each speaks for one measure. */
  counting: 'billed' | 'effective';
  profiles: readonly ProfileSpan[];
}

/** A profile whose charges are wanted, for some of its days where an allocation changed with time. */
export interface ProfileSpan {
  key: string;
  from: string | null;
  to: string | null;
}

/** All charges of these profiles that count, in the order of their loads and lines, some thousand at a time. */
export async function* chargeFile(organization: number, { from, to, counting, profiles }: ChargeFileAsk): AsyncGenerator<ChargeFileRow[]> {
  const counts = counting === 'effective' ? sql`c.counts_effective` : sql`c.counts_billed`;
  const dated = profiles.some((p) => p.from !== null);
  const spans = dated
    ? sql`join unnest(${profiles.map((p) => p.key)}::uuid[], ${profiles.map((p) => p.from ?? '0001-01-01')}::date[], ${profiles.map((p) => p.to ?? '9999-12-31')}::date[])
               as span(key, first, until) on span.key = x.profile_key and x.charge_period_start >= span.first and x.charge_period_start < span.until`
    : raw('');
  const wanted = dated ? raw('') : sql` and x.profile_key = any(${profiles.map((p) => p.key)}::uuid[])`;
  const statement = sql`select array[${raw(cells.map(([, cell]) => cell).join(', '))}] as cells
          from load_claim c
          join load l on l.id = c.load_id
          join charge x on x.billing_period = l.billing_period and x.load_id = c.load_id
                       and x.charge_period_start >= greatest(c.from_day, ${from}::date) and x.charge_period_start < least(c.to_day, ${to}::date)
          join charge_profile p on p.organization_id = ${organization} and p.profile_key = x.profile_key ${spans}
         where c.organization_id = ${organization} and x.organization_id = ${organization} and ${counts}${wanted}
         order by x.load_id, x.line`;
  for await (const rows of batches<{ cells: (string | null)[] }>(organization, statement, 5_000)) yield rows.map((r) => r.cells);
}
