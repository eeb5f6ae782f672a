import { z } from 'zod';
import { addDays } from '../../core/time/days';
import { field } from '../files/fields';
import { ConnectionFailure, type Opened } from '../types';
import { address, key } from './address';
import { type Days, monthNamed } from './months';
import { fetchPages, type PagedQuestion, pageOf } from './pages';

// OpenAI and Anthropic answer alike: a report of costs and one of usage, in pages of buckets of a day, for an admin key.

/** Figures of a month are still changed for some days (openai.md §2, anthropic.md §1). */
export const SETTLED_AFTER = 5;

export const bucketConfig = (usual: string) =>
  z.object({ address: address(usual), reads: z.enum(['costs', 'usage', 'both']).default('both') });
export const BucketSecret = z.object({ adminKey: key('the admin key is missing') });
export type BucketConnection = Opened<z.infer<ReturnType<typeof bucketConfig>>, z.infer<typeof BucketSecret>>;

export const bucketFields = (who: string, begins: string) => [
  field('adminKey', 'Admin key', `Begins with ${begins}.`, { isSecret: true, isRequired: true }),
  field('reads', 'What to read', 'Costs are the bill. Usage explains it: who used which model, without any money.', {
    options: [
      { value: 'both', label: 'Costs and usage' },
      { value: 'costs', label: 'Costs alone' },
      { value: 'usage', label: 'Usage alone' },
    ],
  }),
  field('address', 'Address', `Empty for ${who} itself. Otherwise where its API is reached, such as a proxy of yours.`),
];

/** What both say of a page beside its buckets. */
export const paging = { has_more: z.boolean().default(false), next_page: z.string().nullish() };

interface Page {
  data: { results: unknown[] }[];
  has_more: boolean;
  next_page?: string | null | undefined;
}
type PageSchema = z.ZodType<Page>;

/** Where the page behind this one is. Throws for what is no page, and for one that says "more" and not where. */
export function pageBehind(schema: PageSchema, page: unknown, first: URL, { who, of }: { who: string; of: string }): URL | null {
  const read = schema.safeParse(page).data;
  if (!read)
    throw new ConnectionFailure(`${who} answered with something that is no page of ${of}. Is the address the one of the API?`, true);
  if (!read.has_more) return null;
  if (!read.next_page) throw new ConnectionFailure(`${who} says that there is more and not where. Nothing of it was loaded.`);
  const next = new URL(first);
  next.searchParams.set('page', read.next_page);
  return next;
}

const daysWithResults = (schema: PageSchema, page: unknown): number =>
  schema.safeParse(page).data?.data.filter((bucket) => bucket.results.length > 0).length ?? 0;

/** One page of the last week's costs proves the key. */
export async function tryCosts({ outside }: BucketConnection, schema: PageSchema, costsOf: (days: Days) => PagedQuestion): Promise<string> {
  const today = outside.now().toISOString().slice(0, 10);
  const question = costsOf({ from: addDays(today, -7), until: today });
  const { page } = await pageOf(outside, question, question.address);
  question.next(page, question.address); // says so where it is no page
  return `${question.who} answers: ${daysWithResults(schema, page)} of the last 7 days have costs.`;
}

/** The pages of a delivery `…/2026-10`. */
export function fetchMonth(
  { outside }: BucketConnection,
  schema: PageSchema,
  key: string,
  questionOf: (month: Days) => PagedQuestion,
  to: { folder: string; note: (doing: string) => void },
): Promise<string[]> {
  const question = questionOf(monthNamed(key.split('/').at(-1) ?? '', outside.now(), SETTLED_AFTER));
  const name = `0001-${question.who.toLowerCase()}-${key.replaceAll('/', '-')}.json`;
  return fetchPages(outside, question, { ...to, name, isEmpty: (page) => daysWithResults(schema, page) === 0 });
}
