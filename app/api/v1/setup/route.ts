import { addressOf } from '@/lib/auth/sign-in';
import { createFirstAdmin } from '@/lib/services/identity/create-first-admin';
import { openDoor } from '../_parts/open-door';

export const POST = openDoor(({ body, request }) => createFirstAdmin(body, addressOf(request.headers.get('x-forwarded-for'))));
