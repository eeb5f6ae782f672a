import { handler } from '@/lib/http/handler';
import { signOutEverywhere } from '@/lib/services/identity/change-password';

export const DELETE = handler({ run: ({ actor }) => signOutEverywhere(actor) });
