import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Actor } from '../core/access/actor';
import { AppError } from '../core/app-error';
import { hasEnded } from '../db/records/sessions';
import { findUser, touchUser, type UserWithMemberships } from '../db/records/users';
import { safeNextPath, signInPath } from './next-path';
import { readSession } from './session';
import { actorOfToken } from './token';

export const organizationCookie = 'headroom.organization';
/** Written by proxy.ts, so that a page that has to ask for sign-in knows its own address. */
const pathHeader = 'x-headroom-path';

const seenEveryMs = 5 * 60_000;

/** Who is signed in, read from the database: a removed person or an ended session is nobody. Once per request. */
export const currentUser = cache(async (): Promise<UserWithMemberships | null> => {
  const session = await readSession();
  if (!session) return null;
  const [user, ended] = await Promise.all([findUser(session.userId), hasEnded(session.id)]);
  if (!user || ended || user.sessionVersion !== session.sessionVersion) return null;
  if (!user.lastSeenAt || Date.now() - user.lastSeenAt.getTime() > seenEveryMs) await touchUser(user.id);
  return user;
});

/** The actor of this request: a machine with a token, or whoever is signed in. Role changes and removal act at the next request. */
export async function requireActor(): Promise<Actor> {
  const bearer = /^Bearer (\S+)$/i.exec((await headers()).get('authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    const machine = await actorOfToken(bearer, new Date());
    if (!machine) throw new AppError('unauthenticated', 'This token is unknown, expired or withdrawn.');
    return machine;
  }
  const user = await currentUser();
  if (!user) throw new AppError('unauthenticated', 'Sign in to continue.');
  const wanted = Number((await cookies()).get(organizationCookie)?.value);
  const membership = user.memberships.find((m) => m.organizationId === wanted) ?? user.memberships[0];
  if (!membership)
    throw new AppError('forbidden', `${user.email} belongs to no organisation here. Ask an administrator for an invitation.`);
  return { ...membership, userId: user.id, name: user.name, email: user.email };
}

/** For pages: signed out leads to sign-in and back, a person without an organisation to the page that says so. */
export async function requireActorOrRedirect(path?: string): Promise<Actor> {
  try {
    return await requireActor();
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'unauthenticated' && error.code !== 'forbidden')) throw error;
    redirect(signInPath(safeNextPath(path ?? (await headers()).get(pathHeader) ?? '/')));
  }
}
