import { rangeFault } from '../costs/cost-query';
import { isCurrencyAsk } from '../money/currency';
import { nearWord } from '../text/near-word';
import { bins } from '../time/bins';
import { namedPeriods } from '../time/period';
import { exploreDimensions, isExploreDimension } from './dimensions';
import { comparisons } from './explore-query';
import { filterFault, quoted } from './filter-fault';
import { type ChargePart, chargeParts, exploreMeasures } from './measures';

/** What is wrong about one word of a question, and why. */
interface AskFault {
  word: string;
  message: string;
}

/** What a place knows beside the words of a question: each is said once, and where it has choices, as one of them. */
type MoreWords = Readonly<Record<string, readonly string[] | null>>;

/** The words of a question. Each says something once, but for `f` and `without`. */
const single = ['period', 'from', 'to', 'compare', 'by', 'by2', 'measure', 'bin', 'ccy'] as const;
const repeated = ['f', 'without'] as const;
/** How a page looks at the answer: an address copied from there has them, and no figure depends on them. */
const ofPages: ReadonlySet<string> = new Set(['tab', 'mark', 'sort', 'forecast', 'draw', 'charge', 'view']);

const closed: MoreWords = {
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

/** All that is not understood of a question, each in a sentence for whoever wrote it. Nothing where it asks what it says. */
export function askFaults(raw: Readonly<Record<string, string | string[]>>, more: MoreWords = {}): AskFault[] {
  const known: ReadonlySet<string> = new Set([...words, ...Object.keys(more)]);
  const said = (key: string): string[] => (Object.hasOwn(raw, key) ? [raw[key] ?? []].flat() : []);
  const found: AskFault[] = [];
  const refuse = (word: string, message: string) => found.push({ word, message });
  for (const key of Object.keys(raw)) {
    if (known.has(key)) continue;
    if (key === '') refuse(key, `A value without a word stands in the address: ${quoted(`=${said(key)[0] ?? ''}`)}.`);
    else if (ofPages.has(key)) refuse(key, 'It says how a page shows the answer and is not known here: leave it out.');
    else refuse(key, `It is not known here.${meant(key, known) || ` There are: ${[...known].join(', ')}.`}`);
  }
  for (const key of [...single, ...Object.keys(more)]) if (said(key).length > 1) refuse(key, 'It stands in the address more than once.');
  for (const [key, choice] of Object.entries({ ...closed, ...more }))
    for (const word of choice === null ? [] : said(key))
      if (choice && !choice.includes(word))
        refuse(
          key,
          `${quoted(word)} is not known here.${meant(word, choice)} There ${choice.length > 1 ? 'are' : 'is'}: ${choice.join(', ')}.`,
        );
  for (const key of ['by', 'by2'])
    for (const word of said(key))
      if (!isExploreDimension(word) && !(key === 'by' && word === 'none'))
        refuse(
          key,
          `${quoted(word)} is no dimension.${meant(word, dimensions)} They are listed at /api/v1/costs/dimensions; a tag is written tag:KEY.`,
        );
  const [by = 'service', by2] = [said('by')[0], said('by2')[0]];
  if (by2 === by) refuse('by2', `${quoted(by2)} is what by groups by already.`);
  else if (by2 !== undefined && by === 'none') refuse('by2', 'by=none groups by nothing, so there is no second grouping.');
  for (const text of said('f')) {
    const fault = filterFault(text, (dimension) => meant(dimension, dimensions));
    if (fault) refuse('f', fault);
  }
  for (const word of said('without').flatMap((s) => s.split(',')))
    if (!chargeParts.includes(word as ChargePart))
      refuse('without', `${quoted(word)} is no charge category.${meant(word, parts)} There are: ${parts.join(', ')}.`);
  for (const word of said('ccy'))
    if (!isCurrencyAsk(word))
      refuse('ccy', `${quoted(word)} is no currency. Write its three letters, like EUR, or billing to keep each as it was billed.`);
  if (said('page').some((page) => !/^[1-9]\d{0,3}$|^10000$/.test(page))) refuse('page', 'It is a number from 1 to 10000.');
  const [from, to] = [said('from')[0], said('to')[0]];
  const isPinned = from !== undefined || to !== undefined;
  const fault = isPinned ? rangeFault(from, to) : null;
  if (fault) refuse(from === undefined ? 'to' : 'from', fault);
  else if (isPinned && said('period').length > 0) refuse('period', 'Ask for a named period, or for from and to, not for both.');
  return found;
}
