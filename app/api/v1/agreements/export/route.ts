import { handler } from '@/lib/http/handler';
import { exportAgreements } from '@/lib/services/agreements/export-agreements';

/** Every agreement as a file that `headroom agreements apply` reads. */
export const GET = handler({
  run: async ({ actor }) =>
    new Response(await exportAgreements(actor), {
      headers: { 'content-type': 'application/yaml; charset=utf-8', 'content-disposition': 'attachment; filename="agreements.yaml"' },
    }),
});
