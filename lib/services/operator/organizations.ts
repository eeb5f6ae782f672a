import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { insertInvitation } from '../../db/records/invitations';
import { insertMember } from '../../db/records/members';
import { findOrganizationNamed, listOrganizations, type OrganizationRow } from '../../db/records/organizations';
import { findCredentials } from '../../db/records/users';
import { createOrganization } from '../identity/create-organization';
import { newToken, tokenHash } from '../identity/invitation-token';
import { Email, OrganizationName } from '../identity/rules';
import { invitationLifeMs } from '../members/invite';
import { linkTo } from './link';

// For the terminal alone: whoever runs commands on the machine that holds the database stands above its organisations. No route leads here.

export const getOrganizations = (): Promise<OrganizationRow[]> => listOrganizations();

export interface NewOrganization {
  id: number;
  name: string;
  slug: string;
  admin: string;
  /** For somebody who has no account yet; null when the account that is there became the administrator. */
  link: string | null;
}

/** A further organisation with its first administrator: the account of that address, or whoever accepts the invitation sent there. */
export async function makeOrganization(input: { name: string; admin: string }): Promise<NewOrganization> {
  const name = OrganizationName.safeParse(input.name);
  if (!name.success) throw new AppError('invalid', `The name of the organisation: ${name.error.issues[0]?.message}.`);
  const email = Email.safeParse(input.admin);
  if (!email.success) throw new AppError('invalid', `"${input.admin}" is no e-mail address.`);
  const namesake = await findOrganizationNamed(name.data);
  if (namesake) throw new AppError('conflict', `There is an organisation called ${namesake.name} already (${namesake.slug}).`);
  const user = await findCredentials(email.data);
  const token = newToken();
  return prisma().$transaction(
    async (tx) => {
      const organization = await createOrganization(tx, name.data);
      const actor = {
        organizationId: organization.id,
        organizationName: organization.name,
        userId: null,
        name: 'Operator',
        email: null,
        role: 'admin' as const,
      };
      await recordAudit(tx, actor, {
        action: 'organization.created',
        subject: organization.name,
        details: { firstAdministrator: email.data },
      });
      if (user) await insertMember(tx, organization.id, user.id, 'admin');
      else
        await insertInvitation(tx, {
          organizationId: organization.id,
          role: 'admin',
          email: email.data,
          tokenHash: tokenHash(token),
          invitedByName: actor.name,
          expiresAt: new Date(Date.now() + invitationLifeMs),
        });
      await recordAudit(tx, actor, { action: user ? 'member.joined' : 'member.invited', subject: email.data, details: { role: 'admin' } });
      return { ...organization, admin: email.data, link: user ? null : linkTo(`/join/${token}`) };
    },
    { timeout: 20_000 },
  );
}
