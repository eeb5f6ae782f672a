import { env } from '../env';

export const sessionLifeSeconds = 14 * 24 * 3600;

/** Cookies travel only over https where the site is served over https. */
export const secureCookies = (): boolean => env().NEXTAUTH_URL?.startsWith('https://') ?? false;
export const sessionCookie = (): string => `${secureCookies() ? '__Secure-' : ''}headroom.session`;
