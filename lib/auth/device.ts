import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { cookies } from 'next/headers';
import { env } from '../env';
import { secureCookies } from './session-cookie';

const lifeSeconds = 400 * 24 * 3600; // the longest that browsers keep a cookie

/** A browser shared by two people knows both. The name holds no more than a part of a hash. */
const cookieOf = (account: string): string => `${secureCookies() ? '__Secure-' : ''}headroom.device.${account.slice(0, 12)}`;

const signatureOf = (account: string, id: string): Buffer =>
  createHmac('sha256', env().NEXTAUTH_SECRET ?? '')
    .update(`headroom device\0${account}\0${id}`)
    .digest();

/** The name of a device on which this account (the hash of its e-mail) was signed in before, or null. It opens nothing by itself. */
export async function knownDevice(account: string): Promise<string | null> {
  return readDevice(account, (await cookies()).get(cookieOf(account))?.value);
}

export function readDevice(account: string, value: string | undefined): string | null {
  const [id, signature] = value?.split('.') ?? [];
  if (!id || !signature || !env().NEXTAUTH_SECRET) return null;
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(account, id);
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}

export const writeDevice = (account: string, id: string = randomUUID()): string =>
  `${id}.${signatureOf(account, id).toString('base64url')}`;

/** After a sign-in: this browser is known from now on. */
export async function rememberDevice(account: string, id?: string | null): Promise<void> {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies(), maxAge: lifeSeconds } as const;
  (await cookies()).set(cookieOf(account), writeDevice(account, id ?? undefined), options);
}
