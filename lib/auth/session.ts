import { randomUUID } from 'node:crypto';
import { cookies } from 'next/headers';
import { decode, encode, type JWT } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '../env';
import { secureCookies, sessionCookie, sessionLifeSeconds } from './session-cookie';

/** What a session cookie says, once its signature has been checked: who, since which generation of sign-ins, and which one it is. */
export interface Session {
  id: string;
  userId: string;
  sessionVersion: number;
  until: Date;
}

const Claims = z.object({ sub: z.uuid(), sessionVersion: z.number().int(), sid: z.uuid(), until: z.number().int() });

/** A session ends when it was said to end, however often its cookie is written anew. */
export const newClaims = (user: { id: string; sessionVersion: number }): JWT => ({
  sub: user.id,
  sessionVersion: user.sessionVersion,
  sid: randomUUID(),
  until: Math.floor(Date.now() / 1000) + sessionLifeSeconds,
});

export function sessionOf(token: JWT | null, now = new Date()): Session | null {
  const { data } = Claims.safeParse(token);
  if (!data || data.until * 1000 <= now.getTime()) return null;
  return { id: data.sid, userId: data.sub, sessionVersion: data.sessionVersion, until: new Date(data.until * 1000) };
}

/** The session of this request's cookie. Whether it still counts is for the database to say. */
export async function readSession(): Promise<Session | null> {
  const { NEXTAUTH_SECRET: secret } = env();
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token || !secret) return null;
  return sessionOf(await decode({ token, secret }).catch(() => null));
}

/** A new session in this browser, in the place of the one it had. */
export async function startSession(user: { id: string; sessionVersion: number }): Promise<void> {
  const { NEXTAUTH_SECRET: secret } = env();
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set');
  const token = await encode({ token: newClaims(user), secret, maxAge: sessionLifeSeconds });
  (await cookies()).set(sessionCookie(), token, { ...sessionCookieOptions(), maxAge: sessionLifeSeconds });
}

export const sessionCookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies() }) as const;
