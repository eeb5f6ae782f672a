import { prisma, type Transaction } from '../client';

export interface Organization {
  id: number;
  name: string;
  slug: string;
}

/** The name as it may stand in an address. */
const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48) || 'organisation';

export async function insertOrganization(tx: Transaction, name: string): Promise<Organization> {
  const slug = slugOf(name);
  const taken = await tx.organization.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } });
  const names = new Set(taken.map((o) => o.slug));
  let free = slug;
  for (let n = 2; names.has(free); n++) free = `${slug}-${n}`;
  return tx.organization.create({ data: { name, slug: free }, select: { id: true, name: true, slug: true } });
}

export const findOrganization = (id: number): Promise<Organization | null> =>
  prisma().organization.findUnique({ where: { id }, select: { id: true, name: true, slug: true } });
