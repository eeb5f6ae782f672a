import { addDays, type Day } from '../time/days';
import type { Agreement } from './types';

export type AgreementDateKind = 'start' | 'milestone' | 'notice' | 'end' | 'renewal' | 'claim' | 'tranche' | 'expiry' | 'right' | 'rate';

/** A day of an agreement that somebody should have in the calendar. */
export interface AgreementDate {
  kind: AgreementDateKind;
  name: string;
  date: Day;
  /** Days before it on which it is told; none for what needs nobody. */
  remindDays: readonly number[];
}

/** For days that nobody gave reminders for. */
export const usualReminders: readonly number[] = [30, 7];

/**
 * Every day that an agreement names or implies, in order: its milestones with their own reminders; the last day for a notice and the renewal after it; its end, the
 * last claim, and the ends of tranches, lots and rights. A renewal is the day after the end. What has no date is none of them.
 */
export function agreementDates(a: Agreement): AgreementDate[] {
  const dates: AgreementDate[] = a.milestones.flatMap(({ name, date, remindDays }) =>
    date === null ? [] : [{ kind: 'milestone' as const, name, date, remindDays }],
  );
  const add = (kind: AgreementDateKind, name: string, date: Day | null, remindDays = usualReminders) => {
    if (date !== null) dates.push({ kind, name, date, remindDays });
  };
  add('start', 'Begins', a.start, []);
  add('end', 'Ends', a.end);
  if (a.kind === 'term' && a.end !== null) {
    if (a.noticeDays !== null) add('notice', 'Last day for a notice', addDays(a.end, -a.noticeDays));
    if (a.renewalMonths !== null) add('renewal', `Renews for ${a.renewalMonths} months`, addDays(a.end, 1), []); // the end was told
  }
  if (a.kind === 'revenue_share') {
    add('claim', 'Last day for claims', a.finalClaim);
    for (const t of a.terms) if (t.from > a.start) add('rate', `Rate becomes ${t.rate}`, t.from);
  }
  if (a.kind === 'committed_spend')
    for (const t of a.tranches) if (t.to !== a.end) add('tranche', `Commitment of ${t.amount} ${a.currency} ends`, t.to);
  if (a.kind === 'prepaid_credits') for (const l of a.lots) if (l.expires !== a.end) add('expiry', `Credits "${l.name}" expire`, l.expires);
  for (const r of a.rights) if (r.until !== a.end) add('right', `${r.name} ends`, r.until);
  return dates.sort((x, y) => (x.date < y.date ? -1 : x.date > y.date ? 1 : x.name < y.name ? -1 : 1));
}

/** Days whose reminder has begun, each with the shortest one that applies, so that 30 and 7 days before are told one after the other. */
export const dueDates = (dates: readonly AgreementDate[], today: Day): (AgreementDate & { days: number })[] =>
  dates.flatMap((d) => {
    if (d.date < today) return [];
    const days = Math.min(...d.remindDays.filter((n) => addDays(d.date, -n) <= today));
    return Number.isFinite(days) ? [{ ...d, days }] : [];
  });
