import type { Day } from '../time/days';
import { columnOf, tagKeyOf } from './fields';
import { fold, longestValue } from './fold';
import { ALWAYS_FROM, ALWAYS_TO } from './limits';
import { nobody } from './nobody';
import { compilePattern } from './pattern';
import { plainKey, readTags } from './tags';
import type { AllocationRule, Applied, Condition, Synonyms } from './types';

/** The columns of a profile that rules ask for, by their name in SQL. */
export type ProfileTexts = Readonly<Record<string, string | null>>;

/** What fields hold is remembered by the text of their column: profiles repeat the same few texts. */
const mostRemembered = 100_000;

/** What a field holds, as it stands and folded. */
interface Held {
  text: string;
  folded: string;
}

/** Reads a field of the profile that is asked about, once for all conditions. */
type Field = (row: Row) => Held | null;

/** One profile while rules are asked about it. */
interface Row {
  profile: ProfileTexts;
  held: (Held | null | undefined)[];
}

interface CompiledRule {
  id: number;
  since: Day;
  until: Day;
  fits: ((row: Row) => boolean)[];
  valueOf: (row: Row) => string | null;
}

export interface CompiledRules {
  /** Columns to be read, by their name in SQL. */
  columns: string[];
  /** What applies to a profile, day by day: the first rule that matches and is in force; in the order of days. */
  apply(profile: ProfileTexts): Applied[];
  /** All rules that fit a profile, in their order, whichever of them decides. */
  fitting(profile: ProfileTexts): Fitting[];
}

/** A rule that fits a profile, on the days of `[from, to)`. */
export type Fitting = Omit<Applied, 'value'>;

/** Rules made ready for very many profiles. `id` of a rule that was never saved is minus its place, beginning with 1. */
export function compileRules(rules: readonly AllocationRule[], synonyms: Synonyms): CompiledRules {
  const keysOf = synonymKeys(synonyms);
  const fields = new Map<string, Field>();
  const fieldOf = (name: string): Field => {
    const field = fields.get(name) ?? fieldReader(name, fields.size, keysOf);
    fields.set(name, field);
    return field;
  };
  const compiled = rules.map(
    (rule, i): CompiledRule => ({
      id: rule.id ?? -(i + 1),
      since: rule.since ?? ALWAYS_FROM,
      until: rule.until ?? ALWAYS_TO,
      fits: rule.when.map((c) => conditionTest(c, fieldOf(c.field))),
      valueOf: rule.from === null ? () => rule.value : valueReader(fieldOf(rule.from), rule.map),
    }),
  );
  const columns = [...new Set([...fields.keys()].map(columnOf))];
  return {
    columns,
    apply: (profile) => applied(compiled, { profile, held: [] }),
    fitting: (profile) => fitting(compiled, { profile, held: [] }),
  };
}

const fitting = (rules: readonly CompiledRule[], row: Row): Fitting[] =>
  rules.flatMap((rule) =>
    rule.fits.every((fits) => fits(row)) && rule.valueOf(row) !== null ? [{ rule: rule.id, from: rule.since, to: rule.until }] : [],
  );

function applied(rules: readonly CompiledRule[], row: Row): Applied[] {
  let left: [Day, Day][] = [[ALWAYS_FROM, ALWAYS_TO]];
  const found: Applied[] = [];
  for (const rule of rules) {
    if (!left.some(([from, to]) => rule.since < to && from < rule.until)) continue;
    if (!rule.fits.every((fits) => fits(row))) continue;
    const value = rule.valueOf(row);
    if (value === null) continue; // the tag it takes the value from is missing here: the next rule is asked
    const rest: [Day, Day][] = [];
    for (const [from, to] of left) {
      const start = from > rule.since ? from : rule.since;
      const end = to < rule.until ? to : rule.until;
      if (start >= end) rest.push([from, to]);
      else {
        found.push({ value, rule: rule.id, from: start, to: end });
        if (from < start) rest.push([from, start]);
        if (end < to) rest.push([end, to]);
      }
    }
    left = rest;
    if (left.length === 0) break;
  }
  return found.length > 1 ? found.sort((a, b) => (a.from < b.from ? -1 : 1)) : found;
}

/** The plain keys under which a tag is looked up: its own first. */
export function synonymKeys(synonyms: Synonyms): (key: string) => string[] {
  const others = new Map(Object.entries(synonyms).map(([key, list]) => [plainKey(key), list.map(plainKey)]));
  return (key) => [plainKey(key), ...(others.get(plainKey(key)) ?? [])];
}

/** A field at its place among those of a row. */
function fieldReader(name: string, place: number, keysOf: (key: string) => string[]): Field {
  const column = columnOf(name);
  const key = tagKeyOf(name);
  const read = key === null ? (text: string) => text.trim() : tagReader(keysOf(key));
  const known = new Map<string, Held | null>();
  return (row) => {
    const before = row.held[place];
    if (before !== undefined) return before;
    const text = row.profile[column] ?? null;
    let held = text === null ? null : known.get(text);
    if (text !== null && held === undefined) {
      const found = read(text);
      held = found ? { text: found, folded: fold(found) } : null;
      if (known.size >= mostRemembered) known.clear();
      known.set(text, held);
    }
    row.held[place] = held ?? null;
    return held ?? null;
  };
}

function tagReader(keys: readonly string[]): (text: string) => string | undefined {
  return (text) => {
    const tags = readTags(text);
    return keys.map((k) => tags.get(k)).find((found) => found !== undefined);
  };
}

function conditionTest({ op, values }: Condition, field: Field): (row: Row) => boolean {
  if (op === 'empty') return (row) => field(row) === null;
  if (op === 'present') return (row) => field(row) !== null;
  const test = textTest(op, values);
  return (row) => {
    const held = field(row);
    return held !== null && test(held);
  };
}

function textTest(op: Exclude<Condition['op'], 'empty' | 'present'>, values: readonly string[]): (held: Held) => boolean {
  if (op === 'matches') {
    const patterns = values.map(compilePattern);
    return ({ text }) => patterns.some((matches) => matches(text));
  }
  const wanted = values.map(fold);
  if (op === 'equals' || op === 'in') {
    const set = new Set(wanted);
    return ({ folded }) => set.has(folded);
  }
  const has = { prefix: 'startsWith', suffix: 'endsWith', contains: 'includes' } as const;
  return ({ folded }) => wanted.some((w) => folded[has[op]](w));
}

function valueReader(field: Field, map: Readonly<Record<string, string>>): (row: Row) => string | null {
  const renamed = new Map(Object.entries(map).map(([from, to]) => [fold(from), to]));
  return (row) => {
    const held = field(row);
    if (held === null) return null;
    return renamed.get(held.folded) ?? (held.folded === nobody ? null : held.text.slice(0, longestValue));
  };
}

/** Names that the rules write themselves: their spelling stands before that of the bills. */
export const namesIn = (rules: readonly AllocationRule[]): string[] =>
  rules.flatMap((r) => [...(r.value === null ? [] : [r.value]), ...Object.values(r.map)]);

/** How the rules call a name that they take from somewhere, by its folded spelling: events write it as bills do. */
export const renamesIn = (rules: readonly AllocationRule[]): ReadonlyMap<string, string> =>
  new Map(rules.flatMap((r) => Object.entries(r.map).map(([from, to]) => [fold(from), to] as const)).reverse());

/** Days on which some rule begins or ends: sums over a time are split there. */
export const turningDays = (rules: readonly AllocationRule[]): Day[] => [
  ...new Set(rules.flatMap((r) => [r.since, r.until].filter((d) => d !== null))),
];
