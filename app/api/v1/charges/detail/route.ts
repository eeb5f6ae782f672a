import { z } from 'zod';
import { onlyFields } from '@/lib/core/input/known-fields';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { getCharge } from '@/lib/services/costs/get-charge';

const once = 'is asked for once, as the list of charges has it';

/** One charge whole, by what the list of charges says of it: `loadId`, `line` and `profileKey`. */
export const GET = handler({
  query: onlyFields({
    load: z.string(once).transform(number),
    line: z.string(once).regex(/^\d{1,18}$/, 'is a number of the list of charges'),
    profile: z.guid('is missing, or is no key of the list of charges'),
  }),
  run: ({ actor, query }) => getCharge(actor, query),
});
