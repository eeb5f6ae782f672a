import { z } from 'zod';
import { rangeFault } from '../costs/cost-query';
import { type Bin, binFor as binOfRange, bins } from '../time/bins';
import { namedPeriods, type Range } from '../time/period';
import { isExploreDimension } from './dimensions';
import { type ExploreFilter, parseFilter } from './filters';
import { type ChargePart, chargeParts, type ExploreMeasure, exploreMeasures, isExploreMeasure } from './measures';

export const comparisons = ['previous', 'year', 'none'] as const;
export type ComparisonKind = (typeof comparisons)[number];

const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((said) => [said ?? []].flat());
const dimension = z.string().refine(isExploreDimension).optional().catch(undefined);

/**
 * The address of the explorer. What is unknown or malformed falls back to its default and never reaches SQL. `ccy` is the currency that all is told
 * in, `billing` keeps each as it was billed, and null is the organisation's own.
 */
export const ExploreQuery = z
  .object({
    period: z.enum(namedPeriods).catch('mtd'),
    from: z.iso.date().optional().catch(undefined),
    to: z.iso.date().optional().catch(undefined),
    compare: z.enum(comparisons).catch('previous'),
    by: z.union([z.literal('none'), z.string().refine(isExploreDimension)]).catch('service'),
    by2: dimension,
    measure: z.string().refine(isExploreMeasure).catch('effective') as z.ZodType<ExploreMeasure>,
    bin: z.enum(['auto', ...bins]).catch('auto'),
    f: list.transform((f) => f.map(parseFilter).filter((x): x is ExploreFilter => x !== null)),
    without: list.transform((said) => chargeParts.filter((part) => said.flatMap((s) => s.split(',')).includes(part))),
    ccy: z
      .string()
      .regex(/^(?:[A-Z]{3}|billing)$/)
      .nullable()
      .catch(null),
    page: z.coerce.number().int().min(1).max(10_000).catch(1),
  })
  .transform((q) => ({ ...q, by2: q.by === 'none' || q.by2 === q.by ? undefined : q.by2 }))
  .transform((q) => (rangeFault(q.from, q.to) ? { ...q, from: undefined, to: undefined } : q));
export type ExploreQuery = z.infer<typeof ExploreQuery>;

/** The dimensions that are grouped by, in order. */
export const groupedBy = ({ by, by2 }: Pick<ExploreQuery, 'by' | 'by2'>): string[] => [
  ...(by === 'none' ? [] : [by]),
  ...(by2 ? [by2] : []),
];

/** Days while they can be told apart, then weeks, then months. */
export const binFor = (bin: ExploreQuery['bin'], { from, to }: Range): Bin => {
  return bin === 'auto' ? binOfRange(from, to) : bin;
};

/**
 * The same as a machine asks it. A page falls back on what it does not understand and says so; here nobody would read that, and the figures of
 * another question would be taken for the answer. So it is refused, with what there is.
 */
export const ExploreAsk = z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((raw, context): ExploreQuery => {
  const said = (key: string): string[] => (Object.hasOwn(raw, key) ? [raw[key] ?? []].flat() : []);
  const refuse = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message, input: raw });
  const known: Record<string, readonly string[]> = {
    period: namedPeriods,
    compare: comparisons,
    measure: Object.keys(exploreMeasures),
    bin: ['auto', ...bins],
  };
  for (const key of ['by', 'by2', 'measure', 'period', 'from', 'to', 'page', 'bin', 'compare', 'ccy'])
    if (said(key).length > 1) refuse(key, 'It stands in the address more than once.');
  for (const [key, words] of Object.entries(known))
    for (const word of said(key)) if (!words.includes(word)) refuse(key, `"${word}" is not known here. There are: ${words.join(', ')}.`);
  for (const key of ['by', 'by2'])
    for (const word of said(key))
      if (!isExploreDimension(word) && !(key === 'by' && word === 'none'))
        refuse(key, `"${word}" is no dimension. They are listed at /api/v1/costs/dimensions; a tag is written tag:KEY.`);
  for (const text of said('f'))
    if (!parseFilter(text))
      refuse('f', `"${text}" is no filter. Write a dimension and its values, like provider:azure,aws or resource~gpt.`);
  for (const word of said('without').flatMap((s) => s.split(',')))
    if (!chargeParts.includes(word as ChargePart))
      refuse('without', `"${word}" is no charge category. There are: ${chargeParts.join(', ')}.`);
  for (const word of said('ccy'))
    if (!/^(?:[A-Z]{3}|billing)$/.test(word))
      refuse('ccy', `"${word}" is no currency. Write its three letters, like EUR, or billing to keep each as it was billed.`);
  if (said('page').some((page) => !/^[1-9]\d{0,3}$|^10000$/.test(page))) refuse('page', 'It is a number from 1 to 10000.');
  const [from, to] = [said('from')[0], said('to')[0]];
  const fault = from === undefined && to === undefined ? null : rangeFault(from, to);
  if (fault) refuse('from', fault);
  return ExploreQuery.parse(raw);
});
