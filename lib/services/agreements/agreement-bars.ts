import Big from 'big.js';
import { type Actor, requirePermission } from '../../core/access/actor';
import { agreementDates } from '../../core/agreements/dates';
import type { AgreementKind } from '../../core/agreements/types';
import type { Day } from '../../core/time/days';
import { listAgreements as list, projectionHistory } from '../../db/records/agreements';
import { stateOf } from './get-statement';
import { amountsOf } from './list-agreements';

/** What is left of an agreement, without simulating anything: the cap date is the one that was kept last. */
export interface AgreementBar {
  id: number;
  name: string;
  currency: string;
  kind: AgreementKind;
  limit: string | null;
  used: string | null;
  left: string | null;
  missing: string | null;
  end: Day | null;
  cap: { expected: Day | null; from: Day | null; to: Day | null } | null;
  capReachedOn: Day | null;
}
export interface AgreementOutline {
  /** Those that have begun and not ended. */
  running: { id: number; name: string }[];
  total: number;
  /** The next three dates of all. */
  next: { id: number; agreement: string; name: string; date: Day }[];
}

const isRunning = (a: { start: Day; end: Day | null }, today: Day) => a.start <= today && (a.end === null || a.end >= today);

/** Which agreements run and what comes next: read from the terms alone. */
export async function agreementOutline(actor: Actor, today: Day): Promise<AgreementOutline> {
  requirePermission(actor, 'agreements:read');
  const records = await list(actor.organizationId);
  const next = records
    .flatMap(({ id, agreement: a }) => agreementDates(a).map((d) => ({ id, agreement: a.name, name: d.name, date: d.date })))
    .filter((d) => d.date >= today)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    running: records.filter((r) => isRunning(r.agreement, today)).map((r) => ({ id: r.id, name: r.agreement.name })),
    total: records.length,
    next: next.slice(0, 3),
  };
}

/** The running agreements, the fullest first. */
export async function agreementBars(actor: Actor, today: Day, count: number): Promise<AgreementBar[]> {
  requirePermission(actor, 'agreements:read');
  const organization = actor.organizationId;
  const [records, history] = await Promise.all([list(organization), projectionHistory(organization)]);
  const kept = new Map(history.map((h) => [h.agreementId, h]));
  const bars: AgreementBar[] = [];
  for (const record of records.filter((r) => isRunning(r.agreement, today))) {
    const { id, agreement: a } = record;
    const statement = await stateOf(organization, record, { asOf: today });
    const last = kept.get(id);
    bars.push({
      id,
      name: a.name,
      currency: a.currency,
      kind: a.kind,
      ...amountsOf(a, statement),
      missing: statement.missing,
      end: a.end,
      cap: last && !last.reachedOn ? { expected: last.median, from: last.p10, to: last.p90 } : null,
      capReachedOn: 'capDate' in statement ? statement.capDate : null,
    });
  }
  return bars.sort((x, y) => shareOf(y).cmp(shareOf(x))).slice(0, count);
}

const shareOf = ({ limit, used }: AgreementBar): Big =>
  limit === null || used === null || new Big(limit).lte(0) ? new Big(-1) : new Big(used).div(limit);
