import { handler } from '@/lib/http/handler';
import { reopenMonth } from '@/lib/services/fx/close-month';

export const DELETE = handler({
  run: async ({ actor, params }) => {
    await reopenMonth(actor, params.month ?? '');
    return null;
  },
});
