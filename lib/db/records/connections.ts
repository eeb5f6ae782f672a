import type { Plan } from '../../core/connections/plan';
import { prisma, type Transaction } from '../client';
import { seal, unseal } from '../secret-box';

export interface ConnectionDraft {
  name: string;
  kind: string;
  config: object;
  secret: object;
  plan: Plan;
  hashPersons: boolean;
  nextAt: Date;
  createdByName: string;
}

const boundTo = (organizationId: number, name: string) => `connection ${organizationId} ${name}`;
const withoutSecret = { secret: true } as const;

export const listConnections = (organizationId: number) =>
  prisma().connection.findMany({ where: { organizationId }, orderBy: { name: 'asc' }, omit: withoutSecret });

export const findConnection = (organizationId: number, id: number) =>
  prisma().connection.findFirst({ where: { organizationId, id }, omit: withoutSecret });

/** A connection with its secret opened, only for asking the other side. Throws where the secret cannot be read. */
export async function openConnection(organizationId: number, id: number) {
  const found = await prisma().connection.findFirst({ where: { organizationId, id } });
  if (!found) return null;
  const secret = found.secret ? JSON.parse(unseal(found.secret, boundTo(organizationId, found.name))) : {};
  return { ...found, secret: secret as Record<string, unknown> };
}

export const createConnection = (tx: Transaction, organizationId: number, { name, secret, plan, ...rest }: ConnectionDraft) =>
  tx.connection.create({
    data: { organizationId, name, ...rest, schedule: { ...plan }, secret: seal(JSON.stringify(secret), boundTo(organizationId, name)) },
    select: { id: true },
  });

interface ConnectionChange {
  config?: object | undefined;
  secret?: object | undefined;
  plan?: Plan | undefined;
  hashPersons?: boolean | undefined;
  enabled?: boolean | undefined;
  nextAt?: Date | undefined;
  /** What was wrong is forgotten: a person has looked after it. */
  isMended?: boolean | undefined;
}

export const updateConnection = (
  tx: Transaction,
  { id, organizationId, name }: { id: number; organizationId: number; name: string },
  { config, secret, plan, hashPersons, enabled, nextAt, isMended }: ConnectionChange,
) =>
  tx.connection.update({
    where: { id, organizationId },
    data: {
      ...(config && { config }),
      ...(secret && { secret: seal(JSON.stringify(secret), boundTo(organizationId, name)) }),
      ...(plan && { schedule: { ...plan } }),
      ...(hashPersons !== undefined && { hashPersons }),
      ...(enabled !== undefined && { enabled }),
      ...(nextAt && { nextAt }),
      ...(isMended && { failure: null, failures: 0 }),
    },
  });

/** The plan as it stands, held until the transaction ends: a pull and a person do not overwrite each other. */
export async function holdConnection(tx: Transaction, organizationId: number, id: number) {
  await tx.$queryRaw`select id from connection where organization_id = ${organizationId} and id = ${id} for update`;
  return tx.connection.findFirst({ where: { organizationId, id }, omit: withoutSecret });
}

export const deleteConnection = (tx: Transaction, organizationId: number, id: number) =>
  tx.connection.deleteMany({ where: { organizationId, id } });

/** How the newest pull or test went. Success wipes out what had failed; `nextAt` null leaves the next pull where it is. */
export const noteConnection = (
  tx: Transaction,
  id: number,
  data: { failure: string | null; failures: number; lastGoodAt?: Date; plan: Plan; nextAt: Date },
) => {
  const { plan, ...rest } = data;
  return tx.connection.update({ where: { id }, data: { ...rest, schedule: { ...plan } } });
};
