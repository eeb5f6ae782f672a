import { stringify } from 'yaml';
import type { Agreement } from './types';

/** An agreement as a file writes it: the reverse of `readAgreement`. What is not said is left out. */
function writeAgreement(a: Agreement): Record<string, unknown> {
  const { milestones, rights, ...rest } = a;
  const fields: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [snake(key), value])),
    milestones: milestones.map((m) => ({ name: m.name, date: m.date, remind_days: m.remindDays.map(String) })).map(said),
    rights: rights.map((r) => said({ ...r })),
  };
  if (a.kind === 'revenue_share' && a.terms.some((t) => Number(t.rate) > 1)) fields.confirm_rate = 'true';
  if (a.kind === 'term' && a.exclusive !== null) fields.exclusive = String(a.exclusive);
  for (const key of ['notice_days', 'renewal_months']) if (typeof fields[key] === 'number') fields[key] = String(fields[key]);
  if (a.kind === 'prepaid_credits') fields.lots = a.lots.map((l) => said({ ...l }));
  return said(fields);
}

/** The YAML of one file with these agreements. */
export const agreementsText = (list: readonly Agreement[]): string =>
  stringify({ agreements: list.map(writeAgreement) }, { lineWidth: 120, aliasDuplicateObjects: false });

const snake = (key: string) => key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** Without what is null or an empty list. */
const said = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== null && !(Array.isArray(v) && v.length === 0)));
