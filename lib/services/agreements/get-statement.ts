import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { burnDown, type TrancheState } from '../../core/agreements/commitment';
import type { ConvertedRow } from '../../core/agreements/convert';
import { type CreditState, drawDown } from '../../core/agreements/credits';
import { type RevenueShareStatement, statementOf } from '../../core/agreements/statement';
import type { Agreement, AgreementKind, BaseRow, Term } from '../../core/agreements/types';
import { AppError } from '../../core/app-error';
import { later } from '../../core/time/days';
import { type AgreementRecord, findAgreement, listAgreements } from '../../db/records/agreements';
import { baseRows } from './base-rows';
import { noAgreement } from './no-agreement';

interface About {
  kind: AgreementKind;
  direction: Agreement['direction'];
  /** Why there is no figure, in words. */
  missing: string | null;
  /** Rows in a currency without a rate: counted nowhere. */
  unconverted: BaseRow[];
}
export type AgreementStatement = About &
  (
    | RevenueShareStatement
    | { name: string; currency: string; tranches: TrancheState[] }
    | ({ name: string; currency: string } & CreditState)
    | Pick<Term, 'name' | 'currency' | 'start' | 'end' | 'milestones' | 'rights'>
  );

const Day = z.iso.date();

/** What an agreement comes to, by day and by statement; `asOf` is what was known at the end of a day. Throws `not_found`. */
export async function getStatement(
  actor: Actor,
  which: { name: string } | { id: number },
  { to, asOf }: { to?: string | undefined; asOf?: string | undefined } = {},
): Promise<AgreementStatement> {
  requirePermission(actor, 'agreements:read');
  for (const day of [to, asOf])
    if (day !== undefined && !Day.safeParse(day).success) throw new AppError('invalid', `"${day}" is no day like 2026-05-01.`);
  const record = await findAgreement(actor.organizationId, which);
  if (!record) {
    const all = await listAgreements(actor.organizationId);
    throw noAgreement(
      'name' in which ? which.name : which.id,
      all.map((r) => r.agreement.name),
    );
  }
  return stateOf(actor.organizationId, record, { to, asOf });
}

export async function stateOf(
  organization: number,
  { agreement: a, posted }: Pick<AgreementRecord, 'agreement' | 'posted'>,
  { to, asOf }: { to?: string | undefined; asOf?: string | undefined },
): Promise<AgreementStatement> {
  const { rows, unconverted: all, missing } = await baseRows(organization, a);
  // what lies outside of the term would not be counted either way
  const unconverted = all.filter((r) => r.date >= a.start && (a.end === null || r.date <= a.end));
  const about = { kind: a.kind, direction: a.direction, missing, unconverted };
  if (a.kind === 'term')
    return { ...about, name: a.name, currency: a.currency, start: a.start, end: a.end, milestones: a.milestones, rights: a.rights };
  if (a.kind === 'revenue_share') return { ...about, ...statementOf(a, rows, { to, asOf, posted }) };
  const known = rows.filter((r) => r.date >= a.start && (a.end === null || r.date <= a.end) && (!asOf || r.booked <= asOf));
  const through = to ?? asOf ?? lastDay(known, a.start);
  const head = { ...about, name: a.name, currency: a.currency };
  return a.kind === 'committed_spend'
    ? { ...head, tranches: burnDown(a, known, through) }
    : { ...head, ...drawDown(a.lots, known, through) };
}

const lastDay = (rows: readonly ConvertedRow[], start: string) => rows.reduce((day, r) => later(day, r.date), start);
