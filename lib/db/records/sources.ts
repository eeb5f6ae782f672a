import { prisma } from '../client';

export interface SourceIdentity {
  name?: string | undefined;
  provider: string;
  format: string;
  /** Provider, format and account: what makes two files the same source when nobody names one. */
  fingerprint: string;
  suggestedName: string;
}

/** The source a person named, else the one with this fingerprint, else a new one. */
export async function findOrMakeSource(organizationId: number, s: SourceIdentity): Promise<number> {
  const db = prisma().source;
  const found = s.name
    ? await db.findUnique({ where: { organizationId_name: { organizationId, name: s.name } } })
    : await db.findFirst({ where: { organizationId, fingerprint: s.fingerprint } });
  if (found) return found.id;
  const base = s.name ?? s.suggestedName;
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base} (${n})`;
    try {
      const made = await db.create({ data: { organizationId, name, provider: s.provider, format: s.format, fingerprint: s.fingerprint } });
      return made.id;
    } catch (e) {
      if ((e as { code?: string }).code !== 'P2002') throw e;
      if (s.name) return findOrMakeSource(organizationId, s); // another import made it in the same moment
    }
  }
}
