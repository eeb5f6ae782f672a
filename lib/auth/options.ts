import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { AppError } from '../core/app-error';
import { env } from '../env';
import { requestAddress } from './address';
import { knownDevice, rememberDevice } from './device';
import { endThisSession } from './end-session';
import { newClaims, sessionCookieOptions, sessionOf } from './session';
import { secureCookies, sessionCookie, sessionLifeSeconds } from './session-cookie';
import { accountKey, signIn } from './sign-in';

/** Made at each request, because the environment is not there while building. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionLifeSeconds },
    pages: { signIn: '/sign-in', signOut: '/sign-out', error: '/sign-in', verifyRequest: '/sign-in', newUser: '/' },
    useSecureCookies: secureCookies(),
    cookies: { sessionToken: { name: sessionCookie(), options: sessionCookieOptions() } },
    providers: [
      CredentialsProvider({
        name: 'E-mail',
        credentials: { email: {}, password: {} },
        authorize: async (credentials, request) => {
          const { email = '', password = '' } = credentials ?? {};
          try {
            const account = accountKey(email);
            const device = await knownDevice(account);
            const user = await signIn({ email, password, address: requestAddress(request.headers?.['x-forwarded-for']), device });
            await rememberDevice(account, device);
            return user;
          } catch (error) {
            if (error instanceof AppError) throw new Error(error.message); // next-auth hands the message to the form
            console.error('sign-in', error);
            throw new Error('Sign-in failed on our side. Nothing was changed; try again in a moment.');
          }
        },
      }),
    ],
    callbacks: {
      // The token says who and which session; whether it still counts, role and membership are read from the database at every request.
      jwt: ({ token, user }) => (user ? newClaims(user) : token),
      session: ({ session, token }) => ({ ...session, user: { id: token.sub ?? '' } }),
    },
    events: {
      signOut: async ({ token }) => endThisSession(sessionOf(token)),
    },
  };
}

declare module 'next-auth' {
  interface User {
    id: string;
    sessionVersion: number;
  }
  interface Session {
    user: { id: string };
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sessionVersion?: number;
    sid?: string;
    until?: number;
  }
}
