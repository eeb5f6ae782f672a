import type { Actor } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { createOrganization } from './create-organization';

/**
 * Whoever runs commands on the machine that holds the database acts as an administrator of the organisation they name; with one
 * organisation none has to be named. `firstName` makes the first organisation where there is none at all.
 */
export async function operatorOf(slug: string | undefined, firstName?: string): Promise<Actor> {
  const all = await prisma().organization.findMany({ orderBy: { id: 'asc' }, select: { id: true, name: true, slug: true } });
  const found = slug ? all.filter((o) => o.slug === slug || o.name === slug) : all;
  const names = all.map((o) => o.slug).join(', ');
  if (slug && found.length === 0) throw new AppError('not_found', `There is no organisation "${slug}". There are: ${names || 'none'}.`);
  if (found.length > 1) throw new AppError('invalid', `Which organisation? Say --org with one of: ${names}.`);
  const organization = found[0] ?? (firstName ? await prisma().$transaction((tx) => createOrganization(tx, firstName)) : undefined);
  if (!organization)
    throw new AppError('not_found', 'There is no organisation yet. Start Headroom with `npm run up` and make the first one.');
  return {
    organizationId: organization.id,
    organizationName: organization.name,
    userId: null,
    name: 'Operator',
    email: null,
    role: 'admin',
  };
}
