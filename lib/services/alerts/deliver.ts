import { prisma } from '../../db/client';
import { raiseAlerts } from '../../db/records/alerts';
import { channelName, noteAnswer } from '../../db/records/channels';
import { abandonDeliveries, settleDelivery, takeDelivery } from '../../db/records/deliveries';
import { sendThrough } from '../channels/send';
import { messageOf } from './message-of';

/** Pauses after a failure, in minutes. After the last one a delivery is given up. */
const PAUSES = [1, 5, 15, 60, 240];
/** So many failures in a row, and the channel itself is an alert. */
const DEAD_AFTER = 3;
const ABANDONED_MS = 5 * 60_000;

/** Sends what is due, one after the other. Safe to run in several processes: each delivery is taken by one. Returns how many were sent. */
export async function deliverDue(now: () => Date = () => new Date()): Promise<number> {
  await abandonDeliveries(new Date(now().getTime() - ABANDONED_MS));
  let sent = 0;
  for (let due = await takeDelivery(now()); due; due = await takeDelivery(now())) {
    const channel = await channelName(due.channelId);
    const message = channel?.enabled ? await messageOf(due) : null;
    if (!message) {
      const answer = channel && !channel.enabled ? 'The channel was switched off before this was due.' : 'What it was to tell is gone.';
      await settleDelivery(due.id, { status: 'failed', answer });
      continue;
    }
    const result = await sendThrough(due.channelId, message);
    if (result.ok) sent++;
    const pause = PAUSES[due.attempts - 1];
    const again = !result.ok && !result.isFinal && pause !== undefined;
    await settleDelivery(due.id, {
      status: result.ok ? 'sent' : again ? 'waiting' : 'failed',
      answer: result.answer,
      ...(result.ok && { sentAt: now() }),
      ...(again && { nextAt: new Date(now().getTime() + pause * 60_000) }),
    });
    const failures = await noteAnswer(due.channelId, result.ok ? null : result.answer);
    if (!result.ok && (result.isFinal || failures === DEAD_AFTER)) await reportDead(due.channelId, result.answer, now());
  }
  return sent;
}

/** A channel that fails is told through the inbox and the other channels: once a day. */
async function reportDead(channelId: number, answer: string, now: Date): Promise<void> {
  const channel = await channelName(channelId);
  if (!channel) return;
  const draft = {
    key: `channel ${channelId} ${now.toISOString().slice(0, 10)}`,
    kind: 'channel' as const,
    severity: 'warning' as const,
    title: `Alerts do not arrive through "${channel.name}".`,
    facts: [{ label: 'Answer', value: answer }],
    link: '/alerts?tab=channels',
    dataCompleteTo: null,
    ruleId: null,
  };
  await prisma().$transaction((tx) => raiseAlerts(tx, channel.organizationId, [draft], { exceptChannel: channelId }));
}
