import { z } from 'zod';
import { rangeFault } from '../costs/cost-query';
import { bins } from '../time/bins';
import { namedPeriods } from '../time/period';
import { isExploreDimension } from './dimensions';
import { comparisons, ExploreQuery } from './explore-query';
import { parseFilter } from './filters';
import { type ChargePart, chargeParts, exploreMeasures } from './measures';

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
