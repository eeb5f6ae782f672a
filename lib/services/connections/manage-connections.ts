import fs from 'node:fs';
import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { type Plan, readPlan, usualStart } from '../../core/connections/plan';
import { nextAt, Schedule, scheduleWords, usualSchedule } from '../../core/connections/schedule';
import { words } from '../../core/input/fields';
import { prisma, type Transaction } from '../../db/client';
import { type AuditEntry, recordAudit } from '../../db/records/audit';
import {
  createConnection as create,
  findConnection,
  holdConnection,
  listConnections,
  openConnection,
  deleteConnection as remove,
  updateConnection as update,
} from '../../db/records/connections';
import { folderOf } from './folders';
import { allKinds, checked, type Entries, kindOf, secretAfter } from './kinds';

const entries = z.record(z.string().max(60), z.unknown());
const day = z.iso.date({ error: 'is no day like 2026-05-01' }).refine((d) => d >= '2000-01-01', 'lies before the year 2000');

export const ConnectionInput = z.object({
  name: words(80),
  kind: z.string().max(30),
  config: entries.default({}),
  secret: entries.default({}),
  schedule: Schedule.optional(),
  /** First day that is wanted; left out, it is the first of the month a year ago. */
  from: day.optional(),
  hashPersons: z.boolean().default(false),
});

export const ConnectionChange = z.object({
  config: entries.optional(),
  secret: entries.optional(),
  schedule: Schedule.optional(),
  from: day.optional(),
  hashPersons: z.boolean().optional(),
  enabled: z.boolean().optional(),
});

/** Makes a connection; its first pull begins at once. Throws `invalid` naming the field, `conflict` for a name that is taken. */
export async function createConnection(
  actor: Actor,
  input: z.input<typeof ConnectionInput>,
  now: Date,
  kinds = allKinds,
): Promise<{ id: number }> {
  requirePermission(actor, 'connections:write');
  const { name, kind: kindName, schedule = usualSchedule, hashPersons, ...said } = ConnectionInput.parse(input);
  const kind = kindOf(kindName, kinds);
  const { config, secret } = checked(kind, said.config, said.secret);
  const from = said.from ?? usualStart(now.toISOString().slice(0, 10));
  if ((await listConnections(actor.organizationId)).some((c) => c.name === name)) {
    const message = `There is a connection "${name}" already.`;
    throw new AppError('conflict', message, { issues: [{ field: 'name', message }] });
  }
  const plan: Plan = { schedule, from, wanted: null, needsPerson: false };
  return prisma().$transaction(async (tx) => {
    const draft = { name, kind: kind.kind, config, secret, plan, hashPersons, nextAt: now, createdByName: actor.name };
    const made = await create(tx, actor.organizationId, draft);
    await recordAudit(tx, actor, {
      action: 'connection.created',
      subject: name,
      details: { kind: kind.kind, schedule: scheduleWords(schedule), from, hashPersons },
    });
    return made;
  });
}

/** Changes a connection. What is empty of its secret stays as it is. A change of where or how it asks is tried at once. */
export async function updateConnection(
  actor: Actor,
  id: number,
  input: z.input<typeof ConnectionChange>,
  now: Date,
  kinds = allKinds,
): Promise<void> {
  requirePermission(actor, 'connections:write');
  const change = ConnectionChange.parse(input);
  const asked = change.config || change.secret ? await openedAfter(actor, id, change, kinds) : null;
  await changed(actor, id, async (tx, before) => {
    const was = readPlan(before.schedule);
    const isSecretNew = Object.values(change.secret ?? {}).some((v) => v !== '' && v !== undefined);
    const isAskedAnew = asked !== null && (isSecretNew || !isSame(asked.config, before.config));
    const isResumed = change.enabled === true && !before.enabled;
    const { schedule = was.schedule, from = was.from } = change;
    const plan: Plan = {
      ...was,
      ...{ schedule, from, needsPerson: isAskedAnew || isResumed ? false : was.needsPerson },
      ...(from < was.from && { wanted: { from, by: actor.name } }),
    };
    const isDue = isAskedAnew || isResumed || from < was.from;
    const isRescheduled = !isSame(schedule, was.schedule) && before.nextAt !== null; // while it is pulled, the pull says when the next one is
    await update(tx, before, {
      ...{ config: asked?.config, secret: asked?.secret, plan, hashPersons: change.hashPersons, enabled: change.enabled },
      nextAt: isDue ? now : isRescheduled ? nextAt(schedule, now) : undefined,
      isMended: isAskedAnew || isResumed,
    });
    if (Object.keys(change).every((key) => key === 'enabled'))
      return { action: change.enabled ? 'connection.resumed' : 'connection.paused' };
    const fields = {
      configuration: asked !== null && !isSame(asked.config, before.config),
      secret: isSecretNew,
      schedule: !isSame(schedule, was.schedule),
      from: from !== was.from,
      hashPersons: change.hashPersons !== undefined && change.hashPersons !== before.hashPersons,
    };
    const names = Object.entries(fields).flatMap(([name, isNew]) => (isNew ? [name] : []));
    return { action: 'connection.changed', details: { fields: names.join(', ') || 'none' } };
  });
}

/** Whether two things say the same, in whatever order they came back. */
function isSame(a: unknown, b: unknown): boolean {
  const sorted = (v: unknown) => JSON.stringify(Object.entries(v as object).sort(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
}

/** Configuration and secret as they are after a change that is not kept yet. */
export async function openedAfter(
  actor: Actor,
  id: number,
  { config, secret }: { config?: Entries | undefined; secret?: Entries | undefined },
  kinds = allKinds,
): Promise<{ config: Entries; secret: Entries }> {
  requirePermission(actor, 'connections:write');
  const record = await findConnection(actor.organizationId, id);
  if (!record) throw gone();
  const kind = kindOf(record.kind, kinds);
  // a secret that cannot be read any more is entered anew
  const before = (await openConnection(actor.organizationId, id).catch(() => null))?.secret ?? {};
  const stored = record.config as Entries;
  const after = config ?? stored;
  return checked(kind, after, secretAfter(kind, { config: stored, secret: before }, { config: after, secret: secret ?? {} }));
}

/** Has a connection pulled now; `from` a day reads everything since then once more. It begins within seconds, or when the pull at hand has ended. */
export async function askForPull(actor: Actor, id: number, input: { from?: string | undefined }, now: Date): Promise<void> {
  requirePermission(actor, 'connections:write');
  const { from = null } = z.object({ from: day.optional() }).parse(input);
  if (from !== null && from > now.toISOString().slice(0, 10))
    throw new AppError('invalid', `${from} lies in the future.`, { issues: [{ field: 'from', message: 'lies in the future' }] });
  await changed(actor, id, async (tx, before) => {
    const was = readPlan(before.schedule);
    const earlier = from !== null && from < was.from ? from : was.from;
    await update(tx, before, { plan: { ...was, from: earlier, wanted: { from, by: actor.name } }, nextAt: now });
    return from ? { action: 'connection.backfilled', details: { from } } : { action: 'connection.pulled' };
  });
}

/** Forgets a connection with its secret and its history. What it has loaded stays and counts. */
export async function deleteConnection(actor: Actor, id: number): Promise<void> {
  requirePermission(actor, 'connections:write');
  const found = await findConnection(actor.organizationId, id);
  if (!found) throw gone();
  await prisma().$transaction(async (tx) => {
    await remove(tx, actor.organizationId, id);
    await recordAudit(tx, actor, { action: 'connection.deleted', subject: found.name });
  });
  await fs.promises.rm(folderOf(id), { recursive: true, force: true });
}

const gone = () => new AppError('not_found', 'There is no such connection.');

type Held = NonNullable<Awaited<ReturnType<typeof holdConnection>>>;

/** Changes a connection that stands still meanwhile, and writes down what was done. */
async function changed(
  actor: Actor,
  id: number,
  change: (tx: Transaction, before: Held) => Promise<Pick<AuditEntry, 'action' | 'details'>>,
): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const before = await holdConnection(tx, actor.organizationId, id);
    if (!before) throw gone();
    const { action, details = {} } = await change(tx, before);
    await recordAudit(tx, actor, { action, subject: before.name, details });
  });
}
