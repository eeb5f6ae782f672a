import { z } from 'zod';
import { askFaults } from './ask-faults';
import { ExploreQuery } from './explore-query';

/**
 * The same as a machine asks it. A page falls back on what it does not understand and says so; here nobody would read that, and the figures of
 * another question would be taken for the answer. So it is refused, with what there is. `more` is what a place asks for beside.
 */
export const exploreAskWith = <S extends z.ZodRawShape>(more: z.ZodObject<S>) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((raw, context): ExploreQuery & z.output<z.ZodObject<S>> => {
    const keys = Object.keys(more.shape);
    const refuse = (word: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path: word, message, input: raw });
    const faults = askFaults(raw, Object.fromEntries(keys.map((key) => [key, null])));
    for (const { word, message } of faults) refuse([word], message);
    const beside = more.safeParse(Object.fromEntries(Object.entries(raw).filter(([key]) => keys.includes(key))));
    // what stands there twice is refused for that already
    for (const { path, message } of beside.error?.issues ?? []) if (!faults.some((f) => f.word === path[0])) refuse(path, message);
    return beside.success ? { ...beside.data, ...ExploreQuery.parse(raw) } : z.NEVER;
  });

/** A question of the explorer and nothing beside it. */
export const ExploreAsk = exploreAskWith(z.object({}));

/** The charges behind a view, a page of them: the same words, of which those that group change nothing. */
export const ChargesAsk = exploreAskWith(z.object({ page: z.coerce.number().optional() }));

/** The values of the dimension a view is grouped by, of which those that hold what was typed. */
export const ValuesAsk = exploreAskWith(z.object({ q: z.string().max(200, 'It has at most 200 characters.').default('') })).refine(
  (asked) => asked.by !== 'none',
  { path: ['by'], message: 'It names the dimension whose values are asked for, like by=model.' },
);
