import Big from 'big.js';
import { type Actor, requirePermission } from '../../core/access/actor';
import type { CreditState } from '../../core/agreements/credits';
import { agreementDates } from '../../core/agreements/dates';
import { type Projection, projectShare } from '../../core/agreements/project';
import type { Agreement } from '../../core/agreements/types';
import { AppError } from '../../core/app-error';
import type { Day } from '../../core/time/days';
import {
  type AgreementRecord,
  agreementVersions,
  findAgreement,
  listAgreements as list,
  type ProjectionRecord,
  projectionHistory,
} from '../../db/records/agreements';
import { baseRows } from './base-rows';
import { type AgreementStatement, stateOf } from './get-statement';

export type AgreementStateWord = 'active' | 'capped' | 'used-up' | 'ended' | 'upcoming';

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
  /** The next day that it names or implies, from today on. */
  next: { name: string; date: Day } | null;
  projection: Pick<Projection, 'p10' | 'median' | 'p90' | 'probability'> | null;
  /** The day on which the cap was first full. */
  capReachedOn: Day | null;
}

export interface AgreementDetail extends AgreementRow {
  statement: AgreementStatement;
  fullProjection: Projection | null;
  /** When the cap was expected, by the day on which that was known; the oldest first. */
  history: ProjectionRecord[];
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
  const [{ row, statement, projection }, versions, history] = await Promise.all([
    viewOf(actor.organizationId, record, today, asOf),
    agreementVersions(record.id),
    projectionHistory(actor.organizationId, record.id),
  ]);
  return {
    ...row,
    statement,
    fullProjection: projection,
    history: history.filter((h) => asOf === undefined || h.knownOn <= asOf).map(({ agreementId: _, ...h }) => h),
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
    a.start > today
      ? 'upcoming'
      : a.end !== null && a.end < today
        ? 'ended'
        : isCapped
          ? 'capped'
          : 'lots' in statement && isUsedUp(statement)
            ? 'used-up'
            : 'active';
  const next = agreementDates(a).find((d) => d.date >= today && d.kind !== 'start');
  return {
    row: {
      id: record.id,
      agreement: a,
      state,
      ...amountsOf(a, statement),
      missing: statement.missing,
      next: next ? { name: next.name, date: next.date } : null,
      projection,
      capReachedOn: isShare ? statement.capDate : null,
    },
    statement,
    projection,
  };
}

/** Nothing is left to draw, and no lot is still to come. */
const isUsedUp = ({ granted, balance, lots }: CreditState): boolean =>
  new Big(granted).gt(0) && new Big(balance).lte(0) && lots.every((l) => new Big(l.drawn).plus(l.expired).gt(0));

/** Limit, what is used and what is left, of whatever kind it is. */
export function amountsOf(a: Agreement, s: AgreementStatement): Pick<AgreementRow, 'limit' | 'used' | 'left'> {
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
