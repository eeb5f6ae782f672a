import { type Actor, requirePermission } from '../../core/access/actor';
import { statementOf } from '../../core/agreements/statement';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { findAgreement, postStatement as post } from '../../db/records/agreements';
import { recordAudit } from '../../db/records/audit';
import { baseRows } from './base-rows';

/**
 * Posts the statement of a period as it stands: from now on it never changes, and what becomes known later is a true-up of a later one. Periods
 * are posted in their order. Throws `not_found`, `conflict`.
 */
export async function postStatement(actor: Actor, id: number, period: string, today: string): Promise<void> {
  requirePermission(actor, 'agreements:write');
  const record = await findAgreement(actor.organizationId, { id });
  if (record?.agreement.kind !== 'revenue_share') throw new AppError('not_found', 'There is no such revenue share.');
  const { rows } = await baseRows(actor.organizationId, record.agreement);
  const { periods } = statementOf(record.agreement, rows, { asOf: today, posted: record.posted });
  const next = periods.find((p) => p.state === 'draft');
  if (next?.period !== period)
    throw new AppError('conflict', next ? `The next statement to post is that of ${next.period}.` : 'Every statement is posted.');
  if (next.to >= today) throw new AppError('conflict', `${period} ends on ${next.to}; it can be posted from the day after.`);
  const { state: _, ...statement } = next;
  await prisma().$transaction(async (tx) => {
    await post(tx, record.id, statement, actor.name);
    await recordAudit(tx, actor, {
      action: 'statement.posted',
      subject: `${record.agreement.name} ${period}`,
      details: { posted: statement.posted, closing: statement.closing, currency: record.agreement.currency },
    });
  });
}
