import Big from 'big.js';
import { type Actor, requirePermission } from '../../core/access/actor';
import { type Projection, projectShare } from '../../core/agreements/project';
import type { Agreement } from '../../core/agreements/types';
import { AppError } from '../../core/app-error';
import { addDays, type Day } from '../../core/time/days';
import { type AgreementRecord, agreementVersions, findAgreement, listAgreements as list } from '../../db/records/agreements';
import { baseRows } from './base-rows';
import { type AgreementStatement, stateOf } from './get-statement';

export type AgreementStateWord = 'active' | 'capped' | 'ended' | 'upcoming';

/** One line of the list and one bar of the timeline. Decimals as text; null where there is nothing to say. */
export interface AgreementRow {
  id: number;
  agreement: Agreement;
  state: AgreementStateWord;
  /** Cap, commitment or what was granted. */
  limit: string | null;
  used: string | null;
  left: string | null;
  /** Why there is no figure. */
  missing: string | null;
  /** The next dated milestone or the end, from today on. */
  next: { name: string; date: Day } | null;
  projection: Pick<Projection, 'p10' | 'median' | 'p90' | 'probability'> | null;
}

export interface AgreementDetail extends AgreementRow {
  statement: AgreementStatement;
  fullProjection: Projection | null;
  versions: { version: number; changedByName: string; changedAt: string; terms: Agreement }[];
}

/** Every agreement with what is used and left of it. */
export async function listAgreements(actor: Actor, today: Day): Promise<AgreementRow[]> {
  requirePermission(actor, 'agreements:read');
  const rows: AgreementRow[] = [];
  for (const record of await list(actor.organizationId)) rows.push((await viewOf(actor.organizationId, record, today)).row);
  return rows;
}

/** One agreement whole; `asOf` is what was known on a past day. Throws `not_found`. */
export async function getAgreement(actor: Actor, id: number, today: Day, asOf?: Day): Promise<AgreementDetail> {
  requirePermission(actor, 'agreements:read');
  const record = await findAgreement(actor.organizationId, { id });
  if (!record) throw new AppError('not_found', 'There is no such agreement.');
  const [{ row, statement, projection }, versions] = await Promise.all([
    viewOf(actor.organizationId, record, today, asOf),
    agreementVersions(record.id),
  ]);
  return {
    ...row,
    statement,
    fullProjection: projection,
    versions: versions.map((v) => ({
      version: v.version,
      changedByName: v.changedByName,
      changedAt: v.changedAt.toISOString(),
      terms: v.terms as unknown as Agreement,
    })),
  };
}

async function viewOf(
  organization: number,
  record: AgreementRecord,
  today: Day,
  asOf?: Day,
): Promise<{ row: AgreementRow; statement: AgreementStatement; projection: Projection | null }> {
  const a = record.agreement;
  const statement = await stateOf(organization, record, { asOf: asOf ?? today });
  const isShare = a.kind === 'revenue_share' && 'periods' in statement;
  const projection = isShare ? projectShare(a, (await baseRows(organization, a)).rows, statement, asOf ?? today) : null;
  const isCapped = isShare && statement.remaining !== null && new Big(statement.remaining).lte(0);
  const state: AgreementStateWord =
    a.start > today ? 'upcoming' : a.end !== null && a.end < today ? 'ended' : isCapped ? 'capped' : 'active';
  const dated = a.milestones.flatMap((m) => (m.date === null ? [] : [{ name: m.name, date: m.date }]));
  const next = [...dated, ...(a.end ? [{ name: 'Ends', date: a.end }] : [])]
    .filter((m) => m.date >= today)
    .sort((x, y) => (x.date < y.date ? -1 : 1))[0];
  return {
    row: { id: record.id, agreement: a, state, ...amountsOf(a, statement), missing: statement.missing, next: next ?? null, projection },
    statement,
    projection,
  };
}

function amountsOf(a: Agreement, s: AgreementStatement): Pick<AgreementRow, 'limit' | 'used' | 'left'> {
  const sum = (list: string[]) => list.reduce((total, x) => total.plus(x), new Big(0)).toFixed();
  if (s.missing !== null) return { limit: a.kind === 'revenue_share' ? a.cap : null, used: null, left: null };
  if ('periods' in s) return { limit: s.cap, used: new Big(s.posted).plus(s.prior).toFixed(2), left: s.remaining };
  if ('tranches' in s)
    return {
      limit: sum(s.tranches.map((t) => t.amount)),
      used: sum(s.tranches.map((t) => t.consumed)),
      left: sum(s.tranches.map((t) => t.remaining)),
    };
  if ('lots' in s) return { limit: s.granted, used: s.drawn, left: s.balance };
  return { limit: null, used: null, left: null };
}

/** Milestones whose notice has begun, each with the shortest notice that applies, so that 30 and 7 days before are told one after the other. */
export const dueMilestones = (a: Agreement, today: Day): { name: string; date: Day; days: number }[] =>
  a.milestones.flatMap(({ name, date, remindDays }) => {
    if (date === null || date < today) return [];
    const days = Math.min(...remindDays.filter((n) => addDays(date, -n) <= today));
    return Number.isFinite(days) ? [{ name, date, days }] : [];
  });
