import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { AppError } from '../core/app-error';
import { env } from '../env';
import { secureCookies, sessionCookie, sessionLifeSeconds } from './session-cookie';
import { addressOf, signIn } from './sign-in';

/** Made at each request, because the environment is not there while building. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionLifeSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: secureCookies(),
    cookies: {
      sessionToken: { name: sessionCookie(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies() } },
    },
    providers: [
      CredentialsProvider({
        name: 'E-mail',
        credentials: { email: {}, password: {} },
        authorize: async (credentials, request) => {
          const { email = '', password = '' } = credentials ?? {};
          try {
            return await signIn({ email, password, address: addressOf(request.headers?.['x-forwarded-for']) });
          } catch (error) {
            if (error instanceof AppError) throw new Error(error.message); // next-auth hands the message to the form
            console.error('sign-in', error);
            throw new Error('Sign-in failed on our side. Nothing was changed; try again in a moment.');
          }
        },
      }),
    ],
    callbacks: {
      // The token says who and which generation of sign-ins; role and membership are read from the database at every request.
      jwt: ({ token, user }) => (user ? { sub: user.id, sessionVersion: user.sessionVersion } : token),
      session: ({ session, token }) => ({ ...session, user: { id: token.sub ?? '', sessionVersion: token.sessionVersion ?? -1 } }),
    },
  };
}

declare module 'next-auth' {
  interface User {
    id: string;
    sessionVersion: number;
  }
  interface Session {
    user: { id: string; sessionVersion: number };
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sessionVersion?: number;
  }
}
