import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { findOrganizationRow, type OrganizationRow, renameOrganization } from '../../db/records/organizations';
import { OrganizationName } from '../identity/rules';

/** The actor's own organisation, for those who may change it. */
export async function getOrganization(actor: Actor): Promise<OrganizationRow> {
  requirePermission(actor, 'organization:write');
  const found = await findOrganizationRow(actor.organizationId);
  if (!found) throw new AppError('not_found', 'There is no such organisation.');
  return found;
}

/** Gives the organisation another name. Its slug stays: commands are written with it. Whether others have the name is not ours to say. */
export async function changeOrganization(actor: Actor, input: unknown): Promise<OrganizationRow> {
  requirePermission(actor, 'organization:write');
  const { name } = z.object({ name: OrganizationName }).parse(input);
  const before = await getOrganization(actor);
  if (before.name === name) return before;
  await prisma().$transaction(async (tx) => {
    await renameOrganization(tx, before.id, name);
    await recordAudit(tx, actor, { action: 'organization.renamed', subject: name, details: { before: before.name, after: name } });
  });
  return { ...before, name };
}
