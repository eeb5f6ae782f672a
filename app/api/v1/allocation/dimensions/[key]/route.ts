import { z } from 'zod';
import { edition } from '@/lib/core/allocation/types';
import { handler } from '@/lib/http/handler';
import { deleteDimension } from '@/lib/services/allocation/save';

/** A dimension and its rules; with `base` only while they are what was read. */
export const DELETE = handler({
  query: z.strictObject({ base: edition }),
  run: ({ actor, params, query }) => deleteDimension(actor, params.key ?? '', query.base),
});
