import { prisma, type Transaction } from '../client';
import { seal, unseal } from '../secret-box';

export interface ChannelDraft {
  name: string;
  kind: string;
  config: object;
  secret: object;
  subscription: object;
}

const boundTo = (organizationId: number, name: string) => `channel ${organizationId} ${name}`;

export const listChannels = (organizationId: number) =>
  prisma().channel.findMany({ where: { organizationId }, orderBy: { name: 'asc' }, omit: { secret: true } });

export const findChannel = (organizationId: number, id: number) =>
  prisma().channel.findFirst({ where: { organizationId, id }, omit: { secret: true } });

/** Whose channel it is, how it is called, and whether it is on. */
export const channelName = (id: number) =>
  prisma().channel.findUnique({ where: { id }, select: { name: true, organizationId: true, enabled: true } });

/** A channel with its secret opened, only for sending. Throws where the secret cannot be read. */
export async function openChannel(id: number) {
  const channel = await prisma().channel.findUnique({ where: { id } });
  if (!channel) return null;
  const secret = channel.secret ? JSON.parse(unseal(channel.secret, boundTo(channel.organizationId, channel.name))) : {};
  return { ...channel, secret: secret as object };
}

export const createChannel = (tx: Transaction, organizationId: number, { name, kind, config, secret, subscription }: ChannelDraft) =>
  tx.channel.create({
    data: { organizationId, name, kind, config, subscription, secret: seal(JSON.stringify(secret), boundTo(organizationId, name)) },
    select: { id: true },
  });

/** Changes configuration and subscription; a secret only when one is given. */
export const updateChannel = (
  tx: Transaction,
  { id, organizationId, name }: { id: number; organizationId: number; name: string },
  {
    config,
    secret,
    subscription,
    enabled,
  }: { config?: object; secret?: object | undefined; subscription?: object | undefined; enabled?: boolean | undefined },
) =>
  tx.channel.update({
    where: { id, organizationId },
    data: {
      ...(config && { config }),
      ...(subscription && { subscription }),
      ...(secret && { secret: seal(JSON.stringify(secret), boundTo(organizationId, name)) }),
      ...(enabled !== undefined && { enabled }),
      failure: null,
      failures: 0,
    },
  });

export const deleteChannel = (tx: Transaction, organizationId: number, id: number) =>
  tx.channel.deleteMany({ where: { organizationId, id } });

/** What was the newest answer: success wipes out what had failed. Returns how many failures stand in a row. */
export async function noteAnswer(id: number, failure: string | null): Promise<number> {
  const { failures } = await prisma().channel.update({
    where: { id },
    data: failure === null ? { failure: null, failures: 0 } : { failure, failures: { increment: 1 } },
    select: { failures: true },
  });
  return failures;
}
