import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { beginAttempt, guardsOf } from '../../auth/attempt';
import { hashPassword } from '../../auth/password';
import { AppError } from '../../core/app-error';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { clearSetupCode, lockInstallation, setupCodeHash } from '../../db/records/installation';
import { insertMember } from '../../db/records/members';
import { anyUser, insertUser } from '../../db/records/users';
import { createOrganization } from './create-organization';
import { Email, OrganizationName, Password, PersonName, requireGoodPassword } from './rules';

const FirstAdmin = z.object({
  code: z.string().trim().min(1, 'Enter the setup code'),
  name: PersonName,
  email: Email,
  password: Password,
  organization: OrganizationName,
});

const alreadyThere = 'The first administrator exists already. Sign in instead.';

/** Possible once, with the code the server printed: nobody has an account yet that could be asked for a permission. */
export async function createFirstAdmin(readInput: () => Promise<unknown>, address: string | null): Promise<{ email: string }> {
  if (await anyUser()) throw new AppError('conflict', alreadyThere); // before anything is listened to
  const draft = FirstAdmin.parse(await readInput());
  requireGoodPassword(draft.password, draft);
  const attempt = await beginAttempt(guardsOf('setup', { address }));
  if (!isCode(draft.code, await setupCodeHash()))
    throw new AppError('invalid', 'This is not the setup code that the server printed at its start.');
  const passwordHash = await hashPassword(draft.password);
  await prisma().$transaction(
    async (tx) => {
      await lockInstallation(tx);
      if (await anyUser(tx)) throw new AppError('conflict', alreadyThere);
      const user = await insertUser(tx, { name: draft.name, email: draft.email, passwordHash });
      const organization = await createOrganization(tx, draft.organization);
      await insertMember(tx, organization.id, user.id, 'admin');
      await clearSetupCode(tx);
      const actor = {
        organizationId: organization.id,
        organizationName: organization.name,
        userId: user.id,
        ...user,
        role: 'admin' as const,
      };
      await recordAudit(tx, actor, {
        action: 'organization.created',
        subject: organization.name,
        details: { firstAdministrator: user.email },
      });
    },
    { timeout: 20_000 },
  );
  await attempt.succeed();
  return { email: draft.email };
}

function isCode(code: string, hash: string | null): boolean {
  if (!hash) return false;
  const given = createHash('sha256').update(code).digest();
  const known = Buffer.from(hash, 'hex');
  return given.length === known.length && timingSafeEqual(given, known);
}
