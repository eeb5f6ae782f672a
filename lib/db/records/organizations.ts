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

export const organizationIds = async (): Promise<number[]> =>
  (await prisma().organization.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map((o) => o.id);

export const findOrganization = (id: number): Promise<Organization | null> =>
  prisma().organization.findUnique({ where: { id }, select: { id: true, name: true, slug: true } });

/** Names differ by more than case, or nobody could tell two organisations apart. */
export const findOrganizationNamed = (name: string): Promise<Organization | null> =>
  prisma().organization.findFirst({
    where: { name: { equals: name.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } },
    select: { id: true, name: true, slug: true },
  });

export const renameOrganization = (tx: Transaction, id: number, name: string): Promise<Organization> =>
  tx.organization.update({ where: { id }, data: { name }, select: { id: true, name: true, slug: true } });

export interface OrganizationRow extends Organization {
  members: number;
  createdAt: string;
}

const withMembers = { _count: { select: { members: true } } } as const;
const rowOf = (o: Organization & { createdAt: Date; _count: { members: number } }): OrganizationRow => ({
  id: o.id,
  name: o.name,
  slug: o.slug,
  members: o._count.members,
  createdAt: o.createdAt.toISOString(),
});

export async function findOrganizationRow(id: number): Promise<OrganizationRow | null> {
  const found = await prisma().organization.findUnique({ where: { id }, include: withMembers });
  return found && rowOf(found);
}

export const listOrganizations = async (): Promise<OrganizationRow[]> =>
  (await prisma().organization.findMany({ orderBy: { id: 'asc' }, include: withMembers })).map(rowOf);
