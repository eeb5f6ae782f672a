import { z } from 'zod';
import { rangeFault } from '../costs/cost-query';
import { askFaults } from '../explore/ask-faults';
import { quoted } from '../explore/filter-fault';
import { nearWord } from '../text/near-word';
import { AllocationQuery, bases, ownerlessWords, readPart } from './allocation-query';

// What a machine asks of Allocation. A page falls back on what it does not understand and says so; here nobody would read that, and the figures of another
// question would be taken for the answer. So it is refused in a sentence, as Costs does.

type Address = Readonly<Record<string, string | string[]>>;
type Faults = ReturnType<typeof askFaults>;
/** Words of a question, each said once, and where it has choices, as one of them. */
type Words = Readonly<Record<string, readonly string[] | null>>;

/** How Costs asks for days, and what it says of them. */
const ofDays = ['period', 'from', 'to'];
const longestKey = 40;
const longestTarget = 200;

/** All that is not understood of an address which knows these words, and with `hasDays` those of a period. */
function faultsOf(raw: Address, words: Words, hasDays: boolean): Faults {
  const known = [...(hasDays ? ofDays : []), ...Object.keys(words)];
  const unknown = Object.keys(raw).filter((key) => !known.includes(key));
  const own = Object.fromEntries(Object.entries(raw).filter(([key]) => known.includes(key)));
  return [...unknown.map((word) => ({ word, message: unknownWord(word, known) })), ...askFaults(own, words), ...textFaults(own)];
}

function unknownWord(word: string, known: readonly string[]): string {
  if (word === '') return 'A value without a word stands in the address.';
  const near = nearWord(word, known);
  return near === null ? `It is not known here. There are: ${known.join(', ')}.` : `It is not known here. Did you mean ${near}?`;
}

/** What stands there twice is refused for that already. */
function textFaults({ dimension, month, target }: Address): Faults {
  const faults: Faults = [];
  const isOutside = (text: string, most: number) => text.length < 1 || text.length > most;
  if (typeof dimension === 'string' && isOutside(dimension, longestKey))
    faults.push({ word: 'dimension', message: `It is the key of a dimension, like team, of 1 to ${longestKey} characters.` });
  if (typeof target === 'string' && isOutside(target, longestTarget))
    faults.push({ word: 'target', message: `It names whose statement is asked for, in 1 to ${longestTarget} characters.` });
  const fault = typeof month === 'string' ? (monthFault(month) ?? yearFault(month)) : null;
  if (fault) faults.push({ word: 'month', message: fault });
  return faults;
}

/** Why this is no month, in words for a person; null where it is one. */
export function monthFault(month: string): string | null {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return null;
  return /^\d{4}-\d{2}$/.test(month)
    ? `${month} is no month of the calendar.`
    : `${quoted(month)} is no month. Months are written like 2026-10.`;
}

/** The years are those of every question for days. */
const yearFault = (month: string): string | null =>
  rangeFault(`${month}-01`, `${month}-02`) === null ? null : `${month} lies outside of the years that can be asked for.`;

const askOf = <T>(words: Words, hasDays: boolean, read: (raw: Address) => T) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((raw, context): T => {
    const faults = faultsOf(raw, words, hasDays);
    for (const { word, message } of faults) context.addIssue({ code: 'custom', path: [word], message, input: raw });
    return faults.length > 0 ? z.NEVER : read(raw);
  });

/** What nobody owns, in a period. */
export const UnallocatedAsk = askOf({ dimension: null, basis: bases, part: ownerlessWords }, true, (raw) => ({
  ...AllocationQuery.parse(raw),
  part: readPart(raw.part),
}));

/** How the rules of a dimension are used in a period. */
export const RuleUseAsk = askOf({ dimension: null, basis: bases }, true, AllocationQuery.parse);

/** Who a period's cost belongs to, as JSON or as a table. */
export const ShowbackAsk = askOf({ dimension: null, basis: bases, format: ['json', 'csv'] }, true, (raw) => ({
  ...AllocationQuery.parse(raw),
  format: raw.format === 'csv' ? ('csv' as const) : ('json' as const),
}));

const textAt = (raw: Address, key: string): string | null => (typeof raw[key] === 'string' ? raw[key] : null);

/** The statements of a month, of all or of one target, as JSON or as one of these files. */
export const statementsAskWith = <F extends string>(files: readonly F[]) =>
  askOf({ dimension: null, month: null, target: null, format: ['json', ...files] }, false, (raw) => ({
    ...{ dimension: textAt(raw, 'dimension'), month: textAt(raw, 'month'), target: textAt(raw, 'target') },
    format: files.find((f) => f === raw.format) ?? ('json' as const),
  }));
