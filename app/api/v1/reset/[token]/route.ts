import { openDoor } from '@/lib/http/handler';
import { setPasswordByLink } from '@/lib/services/identity/reset-password';

export const POST = openDoor(({ body, params }) => setPasswordByLink(params.token ?? '', body));
