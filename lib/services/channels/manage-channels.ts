import { z } from 'zod';
import { channelKind, channelKinds } from '../../channels';
import { type Actor, requirePermission } from '../../core/access/actor';
import { readSubscription } from '../../core/alerts/read-subscription';
import { type Subscription, takesDigests } from '../../core/alerts/subscription';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import {
  createChannel as create,
  findChannel,
  listChannels as list,
  deleteChannel as remove,
  updateChannel as update,
} from '../../db/records/channels';

export const ChannelInput = z.object({
  name: z.string().trim().min(1).max(80),
  kind: z.string().max(20),
  config: z.record(z.string(), z.unknown()).default({}),
  secret: z.record(z.string(), z.unknown()).optional(),
  subscription: z.record(z.string(), z.unknown()).optional(),
});

export interface ChannelRow {
  id: number;
  name: string;
  kind: string;
  config: Record<string, unknown>;
  /** What is sent through it, and when. */
  subscription: Subscription;
  enabled: boolean;
  failure: string | null;
}

/** The channels of an organisation; what is secret of them is told to nobody. */
export async function listChannels(actor: Actor): Promise<ChannelRow[]> {
  requirePermission(actor, 'alerts:read');
  return (await list(actor.organizationId)).map(({ id, name, kind, config, subscription, enabled, failure }) => ({
    id,
    name,
    kind,
    config: actor.role === 'admin' ? (config as Record<string, unknown>) : {},
    subscription: readSubscription(subscription),
    enabled,
    failure,
  }));
}

/** Throws `invalid` naming the field, `conflict` for a name that is taken. */
export async function createChannel(actor: Actor, input: z.input<typeof ChannelInput>): Promise<{ id: number }> {
  requirePermission(actor, 'channels:write');
  const { name, kind, ...rest } = ChannelInput.parse(input);
  const { config, secret } = checked(kind, rest.config, rest.secret ?? {});
  const subscription = subscriptionFor(kind, rest.subscription ?? {});
  if ((await list(actor.organizationId)).some((c) => c.name === name))
    throw new AppError('conflict', `There is a channel "${name}" already.`);
  return prisma().$transaction(async (tx) => {
    const made = await create(tx, actor.organizationId, { name, kind, config, secret, subscription });
    await recordAudit(tx, actor, { action: 'channel.created', subject: name, details: { kind } });
    return made;
  });
}

/** Changes a channel; the secret stays as it is when none is given. */
export async function updateChannel(
  actor: Actor,
  id: number,
  input: Pick<z.input<typeof ChannelInput>, 'config' | 'secret' | 'subscription'> & { enabled?: boolean | undefined },
): Promise<void> {
  requirePermission(actor, 'channels:write');
  const channel = await findChannel(actor.organizationId, id);
  if (!channel) throw new AppError('not_found', 'There is no such channel.');
  const kind = kindOf(channel.kind);
  const config = input.config ? (parse(kind.title, kind.config, input.config) as object) : (channel.config as object);
  const secret = input.secret ? (parse(kind.title, kind.secret, input.secret) as object) : undefined;
  const subscription = input.subscription && subscriptionFor(channel.kind, input.subscription);
  await prisma().$transaction(async (tx) => {
    await update(
      tx,
      { id, organizationId: actor.organizationId, name: channel.name },
      { config, secret, subscription, enabled: input.enabled },
    );
    await recordAudit(tx, actor, { action: 'channel.changed', subject: channel.name, details: { secret: secret !== undefined } });
  });
}

export async function deleteChannel(actor: Actor, id: number): Promise<void> {
  requirePermission(actor, 'channels:write');
  const channel = await findChannel(actor.organizationId, id);
  if (!channel) throw new AppError('not_found', 'There is no such channel.');
  await prisma().$transaction(async (tx) => {
    await remove(tx, actor.organizationId, id);
    await recordAudit(tx, actor, { action: 'channel.deleted', subject: channel.name });
  });
}

function checked(kindName: string, config: unknown, secret: unknown): { config: object; secret: object } {
  const kind = kindOf(kindName);
  return { config: parse(kind.title, kind.config, config) as object, secret: parse(kind.title, kind.secret, secret) as object };
}

function subscriptionFor(kind: string, input: unknown): Subscription {
  const subscription = readSubscription(input);
  if (!takesDigests(kind) && (subscription.when.at !== 'once' || subscription.group > 0))
    throw new AppError('invalid', `${kindOf(kind).title} takes alerts one by one: a digest or a group is no incident.`);
  return subscription;
}

function kindOf(name: string) {
  const kind = channelKind(name);
  if (!kind) throw new AppError('invalid', `"${name}" is no kind of channel. There are: ${channelKinds.map((c) => c.kind).join(', ')}.`);
  return kind;
}

function parse(title: string, schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new AppError('invalid', `${title}: ${issue?.path.join('.') || 'the form'} ${issue?.message ?? 'cannot be read'}.`);
}
