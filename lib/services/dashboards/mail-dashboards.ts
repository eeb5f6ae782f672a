import type { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { nextMailAt, Schedule } from '../../core/dashboards/schedule';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { findChannel, listChannels } from '../../db/records/channels';
import { dashboardsDue, findDashboard, queueDashboard, setSchedule } from '../../db/records/dashboards';
import { dashboardKey } from './dashboard-message';

export interface DashboardMailing {
  schedule: Schedule | null;
  nextAt: string | null;
  /** The channels that are mail. */
  channels: { id: number; name: string }[];
}

/** When a dashboard is mailed, and through what it can be. */
export async function getMailing(actor: Actor, id: number): Promise<DashboardMailing> {
  requirePermission(actor, 'alerts:read');
  const dashboard = await found(actor, id);
  const channels = (await listChannels(actor.organizationId)).filter((c) => c.kind === 'email').map((c) => ({ id: c.id, name: c.name }));
  const schedule = dashboard.schedule === null ? null : Schedule.parse(dashboard.schedule);
  return { schedule, nextAt: dashboard.nextMailAt?.toISOString() ?? null, channels };
}

/** Says when a dashboard goes out by mail; null ends it. Needs `views:curate`: it reaches whoever the channel reaches. */
export async function scheduleDashboard(
  actor: Actor,
  id: number,
  input: z.input<typeof Schedule> | null,
  now: Date,
): Promise<DashboardMailing> {
  requirePermission(actor, 'views:curate');
  const dashboard = await found(actor, id);
  const schedule = input === null ? null : Schedule.parse(input);
  const channel = schedule && (await findChannel(actor.organizationId, schedule.channel));
  if (schedule && channel?.kind !== 'email') throw new AppError('invalid', 'Choose a channel that is mail.');
  await prisma().$transaction(async (tx) => {
    await setSchedule(tx, actor.organizationId, id, { schedule, nextMailAt: schedule && nextMailAt(schedule, now) });
    const { day = null, hour = null, zone = null } = schedule ?? {};
    const details = { every: schedule?.every ?? 'never', day, hour, zone, channel: channel?.name ?? null };
    await recordAudit(tx, actor, { action: 'dashboard.scheduled', subject: dashboard.name, details });
  });
  return getMailing(actor, id);
}

async function found(actor: Actor, id: number) {
  const dashboard = await findDashboard(actor.organizationId, actor.userId, id);
  if (!dashboard) throw new AppError('not_found', 'There is no such dashboard, or it is not shared with you.');
  return dashboard;
}

/** Puts every dashboard whose time has come into the line of its channel. What was missed while nothing ran goes out once. */
export async function queueDueDashboards(now: Date): Promise<void> {
  for (const d of await dashboardsDue(now)) {
    const schedule = Schedule.safeParse(d.schedule).data;
    const next = schedule ? nextMailAt(schedule, now) : null;
    const eventKey = dashboardKey(d.id, d.nextMailAt ?? now);
    await queueDashboard(d, { channelId: schedule?.channel ?? 0, eventKey, now, next });
  }
}
