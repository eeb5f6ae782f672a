import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { saveRules } from '@/lib/services/allocation/save';
import { getAllocation } from '@/lib/services/allocation/settings';

/** Everything that says who owns what: dimensions with their rules in order, tag synonyms, shared costs, the tree, and the edition of each. */
export const GET = handler({ run: ({ actor }) => getAllocation(actor) });

/** `{key, title, rules, base?}`: replaces the rules of one dimension and allocates the past by them. */
export const PUT = handler({ body: z.unknown(), bodyBytes: 1024 ** 2, run: ({ actor, body }) => saveRules(actor, body) });
