import type { PostedStatement } from '../../core/agreements/statement';
import type { Agreement } from '../../core/agreements/types';
import { prisma, type Transaction } from '../client';

export interface AgreementRecord {
  id: number;
  version: number;
  agreement: Agreement;
  posted: PostedStatement[];
}

const withStatements = { statements: { orderBy: { period: 'asc' } } } as const;
type Found = { id: number; version: number; terms: unknown; statements: { statement: unknown }[] };
const toRecord = (r: Found): AgreementRecord => ({
  id: r.id,
  version: r.version,
  agreement: r.terms as Agreement,
  posted: r.statements.map((s) => s.statement as PostedStatement),
});

export const listAgreements = async (organizationId: number): Promise<AgreementRecord[]> =>
  (await prisma().agreement.findMany({ where: { organizationId }, orderBy: { name: 'asc' }, include: withStatements })).map(toRecord);

export async function findAgreement(organizationId: number, which: { name: string } | { id: number }): Promise<AgreementRecord | null> {
  const found = await prisma().agreement.findFirst({ where: { organizationId, ...which }, include: withStatements });
  return found && toRecord(found);
}

/** The versions of an agreement, newest first. */
export const agreementVersions = (agreementId: number) =>
  prisma().agreementVersion.findMany({ where: { agreementId }, orderBy: { version: 'desc' } });

/** Writes an agreement under its name; every writing is a version. */
export async function saveAgreement(tx: Transaction, organizationId: number, terms: Agreement, changedByName: string): Promise<void> {
  const data = { kind: terms.kind, terms: { ...terms } as object };
  const { id, version } = await tx.agreement.upsert({
    where: { organizationId_name: { organizationId, name: terms.name } },
    create: { organizationId, name: terms.name, ...data },
    update: { ...data, version: { increment: 1 }, updatedAt: new Date() },
  });
  await tx.agreementVersion.create({ data: { agreementId: id, version, terms: data.terms, changedByName } });
}

export const deleteAgreement = (tx: Transaction, organizationId: number, name: string) =>
  tx.agreement.deleteMany({ where: { organizationId, name } });

export const postStatement = (tx: Transaction, agreementId: number, statement: PostedStatement, postedByName: string) =>
  tx.agreementStatement.create({ data: { agreementId, period: statement.period, statement: { ...statement } as object, postedByName } });

/** Where the cap was expected, as it was known on a day. Decimals as text. */
export interface KnownProjection {
  median: string | null;
  p10: string | null;
  p90: string | null;
  /** That the cap is reached before the end, 0 to 1. */
  probability: number | null;
  accrued: string | null;
  cap: string | null;
  /** When it was reached, if it was. */
  reachedOn: string | null;
}
export interface ProjectionRecord extends KnownProjection {
  knownOn: string;
}

/** What was known by day, the oldest first; of all agreements of an organisation, or of one. */
export async function projectionHistory(
  organizationId: number,
  agreementId?: number,
): Promise<(ProjectionRecord & { agreementId: number })[]> {
  const found = await prisma().agreementProjection.findMany({
    where: { agreement: { organizationId }, ...(agreementId !== undefined && { agreementId }) },
    orderBy: { knownOn: 'asc' },
  });
  return found.map((r) => ({
    ...(r.projection as unknown as KnownProjection),
    agreementId: r.agreementId,
    knownOn: r.knownOn.toISOString().slice(0, 10),
  }));
}

/** One row a day: what is known later on the same day takes its place. */
export async function saveProjection(agreementId: number, knownOn: string, projection: KnownProjection): Promise<void> {
  const key = { agreementId, knownOn: new Date(`${knownOn}T00:00:00Z`) };
  await prisma().agreementProjection.upsert({
    where: { agreementId_knownOn: key },
    create: { ...key, projection: { ...projection } },
    update: { projection: { ...projection } },
  });
}
