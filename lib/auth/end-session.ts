import { prisma } from '../db/client';
import { recordAccountAudit } from '../db/records/audit';
import { insertEndedSession } from '../db/records/sessions';
import { findUser } from '../db/records/users';
import type { Session } from './session';

/** Signing out ends the session itself: a copy of its cookie is worth nothing from now on. */
export async function endThisSession(session: Session | null): Promise<void> {
  if (!session) return;
  const user = await findUser(session.userId);
  await prisma().$transaction(async (tx) => {
    const isNew = await insertEndedSession(tx, session);
    if (isNew && user && user.sessionVersion === session.sessionVersion)
      await recordAccountAudit(tx, user, { by: user, action: 'session.ended', subject: user.email });
  });
}
