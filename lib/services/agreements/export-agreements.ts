import { type Actor, requirePermission } from '../../core/access/actor';
import { calendarText } from '../../core/agreements/calendar';
import { agreementDates } from '../../core/agreements/dates';
import { agreementsText } from '../../core/agreements/write';
import { listAgreements } from '../../db/records/agreements';
import { env } from '../../env';
import { noAgreement } from './no-agreement';

/** Agreements as a file that `headroom agreements apply` reads back unchanged; all of them, or those of these names. Throws `not_found`. */
export async function exportAgreements(actor: Actor, names: readonly string[] = []): Promise<string> {
  requirePermission(actor, 'agreements:read');
  const all = (await listAgreements(actor.organizationId)).map((r) => r.agreement);
  const unknown = names.find((n) => !all.some((a) => a.name === n));
  if (unknown !== undefined)
    throw noAgreement(
      unknown,
      all.map((a) => a.name),
    );
  return agreementsText(names.length ? all.filter((a) => names.includes(a.name)) : all);
}

/** Every dated day of every agreement as a calendar file, with links where the address of this installation is known. */
export async function exportCalendar(actor: Actor, now: Date): Promise<string> {
  requirePermission(actor, 'agreements:read');
  const records = await listAgreements(actor.organizationId);
  const site = env().NEXTAUTH_URL?.replace(/\/+$/, '') ?? null;
  const host = site === null ? 'headroom.invalid' : new URL(site).hostname;
  const events = records.flatMap(({ id, agreement: a }) =>
    agreementDates(a).map((d, i, all) => ({
      // two days of one kind keep apart by their order, so that a day that moves is the same event
      uid: `agreement-${id}-${d.kind}-${all.slice(0, i).filter((x) => x.kind === d.kind).length + 1}@${host}`,
      day: d.date,
      summary: `${a.name}: ${d.name}`,
      description: [a.counterparty && `With ${a.counterparty}.`, a.unconfirmed && `Not confirmed: ${a.unconfirmed}`]
        .filter(Boolean)
        .join('\n'),
      url: site && `${site}/agreements/${id}`,
      remindDays: d.remindDays,
    })),
  );
  return calendarText(`Agreements of ${actor.organizationName}`, events, now.toISOString());
}
