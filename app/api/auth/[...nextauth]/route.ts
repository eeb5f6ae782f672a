import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/options';

const auth = (request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> =>
  NextAuth(request as never, context as never, authOptions()); // its types know the Pages Router only

export { auth as GET, auth as POST };
