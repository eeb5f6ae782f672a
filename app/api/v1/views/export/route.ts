import { handler } from '@/lib/http/handler';
import { exportViews } from '@/lib/services/views/apply-views';

export const GET = handler({
  run: async ({ actor }) =>
    new Response(await exportViews(actor), {
      headers: { 'content-type': 'application/yaml; charset=utf-8', 'content-disposition': 'attachment; filename="views.yaml"' },
    }),
});
