import Big from 'big.js';
import type { Actor } from '../../core/access/actor';
import { agreementDates, dueDates, usualReminders } from '../../core/agreements/dates';
import type { AlertDraft } from '../../core/alerts/types';
import { formatPercent, moneyText } from '../../core/money/format';
import { addDays, daysBetween } from '../../core/time/days';
import { prisma } from '../../db/client';
import { raiseAlerts } from '../../db/records/alerts';
import { keepProjections } from '../agreements/keep-projections';
import { type AgreementRow, listAgreements } from '../agreements/list-agreements';

const LINES = [80, 100];

/** Caps and commitments that reached 80 or 100 %, dates within their days of notice, caps that are expected soon: each told once. Keeps where caps are expected. */
export async function evaluateAgreements(organization: number, now: Date): Promise<number[]> {
  const today = now.toISOString().slice(0, 10);
  const reader: Actor = { organizationId: organization, organizationName: '', userId: null, name: 'Headroom', email: null, role: 'viewer' };
  const rows = await listAgreements(reader, today);
  const drafts = rows.flatMap((row) => [...linesOf(row), ...datesOf(row, today), ...capOf(row, today)]);
  await keepProjections(organization, rows, today);
  return drafts.length ? prisma().$transaction((tx) => raiseAlerts(tx, organization, drafts)) : [];
}

function linesOf({ id, agreement: a, limit, used, left, state }: AgreementRow): AlertDraft[] {
  if (limit === null || used === null || state === 'ended' || new Big(limit).lte(0)) return [];
  const percent = new Big(used).div(limit).times(100);
  const line = LINES.filter((l) => percent.gte(l)).at(-1);
  if (line === undefined) return [];
  const title =
    line === 100
      ? `${a.name}: all of ${moneyText(limit, a.currency)} is used.`
      : `${a.name}: ${line} % of ${moneyText(limit, a.currency)} is used.`;
  const facts = [
    { label: 'Used', value: moneyText(used, a.currency) },
    { label: 'Left', value: left === null ? '–' : moneyText(left, a.currency) },
    { label: 'Ends', value: a.end ?? 'open' },
  ];
  return [{ ...about(id, `${line}%`), severity: line === 100 ? 'critical' : 'warning', title, facts }];
}

const datesOf = ({ id, agreement: a }: AgreementRow, today: string): AlertDraft[] =>
  dueDates(agreementDates(a), today).map(({ kind, name, date, days }) => ({
    ...about(id, `${name} ${date} ${days}`),
    severity: 'warning',
    title: `${a.name}: ${kind === 'milestone' || kind === 'notice' || kind === 'claim' ? `${name} on ${date}` : `${name.charAt(0).toLowerCase()}${name.slice(1)} on ${date}`}.`,
    facts: [
      { label: 'In', value: daysWords(daysBetween(today, date)) },
      { label: 'Counterparty', value: a.counterparty ?? '–' },
    ],
  }));

/** The cap is expected within 30 or 7 days: told once for each, however the estimate moves. */
function capOf({ id, agreement: a, state, projection: p, left }: AgreementRow, today: string): AlertDraft[] {
  if (state !== 'active' || !p?.median) return [];
  const { median } = p;
  const days = Math.min(...usualReminders.filter((n) => addDays(median, -n) <= today));
  if (!Number.isFinite(days)) return [];
  return [
    {
      ...about(id, `cap expected ${days}`),
      severity: 'warning',
      title: `${a.name}: the cap is expected on ${median}.`,
      facts: [
        { label: 'Eight in ten', value: `${p.p10 ?? '–'} to ${p.p90 ?? 'not before the end'}` },
        { label: 'Left', value: left === null ? '–' : moneyText(left, a.currency) },
        { label: 'Chance before the end', value: p.probability === null ? '–' : formatPercent(p.probability.toFixed(4), { digits: 0 }) },
      ],
    },
  ];
}

const daysWords = (days: number) => (days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`);

const about = (id: number, what: string) => ({
  key: `agreement ${id} ${what}`,
  kind: 'agreement' as const,
  link: `/agreements/${id}`,
  dataCompleteTo: null,
  ruleId: null,
});
