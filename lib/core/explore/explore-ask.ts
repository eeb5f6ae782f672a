import { z } from 'zod';
import { rangeFault } from '../costs/cost-query';
import { nearWord } from '../text/near-word';
import { bins } from '../time/bins';
import { namedPeriods } from '../time/period';
import { exploreDimensions, isExploreDimension } from './dimensions';
import { comparisons, ExploreQuery } from './explore-query';
import { parseFilter } from './filters';
import { type ChargePart, chargeParts, exploreMeasures } from './measures';

/** The words of a question. Each says something once, but for `f` and `without`. */
const single = ['period', 'from', 'to', 'compare', 'by', 'by2', 'measure', 'bin', 'ccy'] as const;
const repeated = ['f', 'without'] as const;
/** How a page looks at the answer: an address copied from there has them, and no figure depends on them. */
const ofPages: ReadonlySet<string> = new Set(['tab', 'mark', 'forecast', 'draw', 'charge', 'view']);

const closed: Readonly<Record<string, readonly string[]>> = {
  period: namedPeriods,
  compare: comparisons,
  measure: Object.keys(exploreMeasures),
  bin: ['auto', ...bins],
};

const meant = (said: string, words: Iterable<string>): string => {
  const near = nearWord(said, words);
  return near === null ? '' : ` Did you mean ${near}?`;
};

const words = [...single, ...repeated];
const dimensions = Object.keys(exploreDimensions);
const parts: readonly string[] = chargeParts;

/**
 * The same as a machine asks it. A page falls back on what it does not understand and says so; here nobody would read that, and the figures of
 * another question would be taken for the answer. So it is refused, with what there is. `more` are the words that a place knows beside.
 */
function askWith(more: readonly string[]) {
  const known: ReadonlySet<string> = new Set([...words, ...more]);
  return z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((raw, context): ExploreQuery => {
    const said = (key: string): string[] => (Object.hasOwn(raw, key) ? [raw[key] ?? []].flat() : []);
    const refuse = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message, input: raw });
    for (const key of Object.keys(raw)) {
      if (known.has(key)) continue;
      if (ofPages.has(key)) refuse(key, 'It says how a page shows the answer and is not known here: leave it out.');
      else refuse(key, `It is not known here.${meant(key, known) || ` There are: ${[...known].join(', ')}.`}`);
    }
    for (const key of [...single, ...more]) if (said(key).length > 1) refuse(key, 'It stands in the address more than once.');
    for (const [key, choice] of Object.entries(closed))
      for (const word of said(key))
        if (!choice.includes(word)) refuse(key, `"${word}" is not known here.${meant(word, choice)} There are: ${choice.join(', ')}.`);
    for (const key of ['by', 'by2'])
      for (const word of said(key))
        if (!isExploreDimension(word) && !(key === 'by' && word === 'none'))
          refuse(
            key,
            `"${word}" is no dimension.${meant(word, dimensions)} They are listed at /api/v1/costs/dimensions; a tag is written tag:KEY.`,
          );
    const [by = 'service', by2] = [said('by')[0], said('by2')[0]];
    if (by2 === by) refuse('by2', `"${by2}" is what by groups by already.`);
    else if (by2 !== undefined && by === 'none') refuse('by2', 'by=none groups by nothing, so there is no second grouping.');
    for (const text of said('f'))
      if (!parseFilter(text))
        refuse(
          'f',
          `"${text}" is no filter. Write a dimension and its values, like provider:azure,aws or resource~gpt.${meant(text.replace(/^-|[:~].*$/gs, ''), dimensions)}`,
        );
    for (const word of said('without').flatMap((s) => s.split(',')))
      if (!chargeParts.includes(word as ChargePart))
        refuse('without', `"${word}" is no charge category.${meant(word, parts)} There are: ${parts.join(', ')}.`);
    for (const word of said('ccy'))
      if (!/^(?:[A-Z]{3}|billing)$/.test(word))
        refuse('ccy', `"${word}" is no currency. Write its three letters, like EUR, or billing to keep each as it was billed.`);
    if (said('page').some((page) => !/^[1-9]\d{0,3}$|^10000$/.test(page))) refuse('page', 'It is a number from 1 to 10000.');
    const [from, to] = [said('from')[0], said('to')[0]];
    const isPinned = from !== undefined || to !== undefined;
    const fault = isPinned ? rangeFault(from, to) : null;
    if (fault) refuse(from === undefined ? 'to' : 'from', fault);
    else if (isPinned && said('period').length > 0) refuse('period', 'Ask for a named period, or for from and to, not for both.');
    return ExploreQuery.parse(raw);
  });
}

/** A question of the explorer and nothing beside it. */
export const ExploreAsk = askWith([]);

/** The charges behind a view, a page of them: the same words, of which those that group change nothing. */
export const ChargesAsk = askWith(['page']);

/** The same where a place asks for something more, like the format of a file. */
export const exploreAskWith = <S extends z.ZodRawShape>(more: z.ZodObject<S>) => z.intersection(askWith(Object.keys(more.shape)), more);
