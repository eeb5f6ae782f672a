import Big from 'big.js';
import type { Actor } from '../../core/access/actor';
import type { AlertDraft } from '../../core/alerts/types';
import { moneyText } from '../../core/money/format';
import { prisma } from '../../db/client';
import { raiseAlerts } from '../../db/records/alerts';
import { type AgreementRow, dueMilestones, listAgreements } from '../agreements/list-agreements';

const LINES = [80, 100];

/** Caps and commitments that reached 80 or 100 %, and dates within their days of notice: each told once. */
export async function evaluateAgreements(organization: number, now: Date): Promise<number[]> {
  const today = now.toISOString().slice(0, 10);
  const reader: Actor = { organizationId: organization, organizationName: '', userId: null, name: 'Headroom', email: null, role: 'viewer' };
  const rows = await listAgreements(reader, today);
  const drafts = rows.flatMap((row) => [...linesOf(row), ...datesOf(row, today)]);
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
  dueMilestones(a, today).map(({ name, date, days }) => ({
    ...about(id, `${name} ${date} ${days}`),
    severity: 'warning',
    title: `${a.name}: ${name} on ${date}.`,
    facts: [{ label: 'Counterparty', value: a.counterparty ?? '–' }],
  }));

const about = (id: number, what: string) => ({
  key: `agreement ${id} ${what}`,
  kind: 'agreement' as const,
  link: `/agreements/${id}`,
  dataCompleteTo: null,
  ruleId: null,
});
