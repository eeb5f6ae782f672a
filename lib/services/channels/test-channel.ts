import { randomUUID } from 'node:crypto';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { findChannel, noteAnswer } from '../../db/records/channels';
import { recordTest } from '../../db/records/deliveries';
import { env } from '../../env';
import { type Sent, sendThrough } from './send';

/** Sends a test now and tells what the other side answered; it stands among the deliveries like any other. */
export async function testChannel(actor: Actor, id: number, now: Date): Promise<Pick<Sent, 'ok' | 'answer'>> {
  requirePermission(actor, 'channels:write');
  const channel = await findChannel(actor.organizationId, id);
  if (!channel) throw new AppError('not_found', 'There is no such channel.');
  const key = `test ${randomUUID()}`;
  const { ok, answer } = await sendThrough(id, {
    id: key,
    organization: actor.organizationName,
    kind: 'test',
    severity: 'info',
    title: `This is a test of "${channel.name}". Alerts arrive here.`,
    facts: [{ label: 'Asked for by', value: actor.name }],
    url: env().NEXTAUTH_URL ?? null,
    freshness: null,
    at: now.toISOString(),
  });
  await recordTest(actor.organizationId, id, key, { status: ok ? 'sent' : 'failed', answer });
  await noteAnswer(id, ok ? null : answer);
  return { ok, answer };
}
