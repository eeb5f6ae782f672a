import { requestAddress } from '@/lib/auth/address';
import { openDoor } from '@/lib/http/handler';
import { createFirstAdmin } from '@/lib/services/identity/create-first-admin';

export const POST = openDoor(({ body, request }) => createFirstAdmin(body, requestAddress(request.headers.get('x-forwarded-for'))));
