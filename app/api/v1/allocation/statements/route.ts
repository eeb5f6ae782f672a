import { z } from 'zod';
import { statementsAskWith } from '@/lib/core/allocation/allocation-ask';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { exportStatements, statementFormats } from '@/lib/services/allocation/export-statements';
import { closeStatements, getStatementsOf } from '@/lib/services/allocation/statements';

export const GET = handler({
  query: statementsAskWith(statementFormats),
  run: async ({ actor, query }) => {
    if (query.format === 'json') return getStatementsOf(actor, query, today());
    const file = await exportStatements(actor, query, query.format, today());
    return new Response(new Uint8Array(file.bytes), {
      headers: { 'content-type': file.type, 'content-disposition': `attachment; filename="${file.name}"` },
    });
  },
});

/** `{dimension, month}`: closes the statements of a month, for ever. */
export const POST = handler({
  body: z.object({ dimension: z.string().max(40), month: z.string().max(10) }),
  run: ({ actor, body }) => closeStatements(actor, body, today()),
});
