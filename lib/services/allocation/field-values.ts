import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { columnOf, readField, tagKeyOf } from '../../core/allocation/fields';
import { fold } from '../../core/allocation/fold';
import { synonymKeys } from '../../core/allocation/rules';
import { plus } from '../../core/allocation/statement';
import { readTags } from '../../core/allocation/tags';
import { bySize } from '../../core/money/order';
import { addDays, type Day } from '../../core/time/days';
import { type TextCost, textCosts } from '../../db/queries/allocated-costs';
import { ledgerCompleteTo } from '../../db/queries/cost-cube';
import { readSettings } from '../../db/records/allocation';

const MOST_VALUES = 200;
const MOST_SPELLINGS = 20;
const DAYS = 90;

/** `field`: a column by its FOCUS name, or `tag:` and a key. `q`: a part of the value, in any spelling. */
export const FieldValuesAsk = z.strictObject({
  field: z.string().transform((text, context) => {
    const field = readField(text);
    if (field === null) context.addIssue({ code: 'custom', message: 'It is neither a column nor "tag:" and a key, like tag:team.' });
    return field ?? '';
  }),
  q: z.string().trim().max(200, 'It is longer than 200 characters.').optional(),
});

export interface FieldValue {
  /** Its spelling with most charges; rules take all of them for one. */
  name: string;
  /** All spellings in the bills, that with most charges first. */
  spellings: string[];
  charges: number;
  amounts: { currency: string; amount: string }[];
}

export interface FieldValues {
  values: FieldValue[];
  /** Values that hold the word, where one was asked for, and are not listed. */
  hidden: number;
}

/** What a tag or column holds in the last 90 days of bills, spellings of one value together, the dearest first; with `q` of all of them those that hold it. Needs `allocation:read`. */
export async function getFieldValues(actor: Actor, { field, q = '' }: z.output<typeof FieldValuesAsk>, today: Day): Promise<FieldValues> {
  requirePermission(actor, 'allocation:read');
  const organization = actor.organizationId;
  const [settings, complete] = await Promise.all([readSettings(organization), ledgerCompleteTo(organization)]);
  const to = complete ?? addDays(today, 1);
  const none = { key: 'team', isBuiltIn: true, turns: [] };
  const costs = await textCosts(organization, { dimension: none, from: addDays(to, -DAYS), to, basis: 'effective' }, columnOf(field));
  const key = tagKeyOf(field);
  const keys = key === null ? null : synonymKeys(settings.synonyms)(key);
  const heldIn = (text: string): string | undefined => {
    if (keys === null) return text.trim();
    const tags = readTags(text);
    return keys.map((k) => tags.get(k)).find((found) => found !== undefined);
  };
  const word = fold(q);
  const values = fieldValues(costs, heldIn).filter((v) => fold(v.name).includes(word)); // all spellings of a value fold into one
  return { values: values.slice(0, MOST_VALUES), hidden: Math.max(0, values.length - MOST_VALUES) };
}

interface Gathered {
  spellings: Map<string, number>;
  amounts: Map<string, string>;
  charges: number;
}

function fieldValues(costs: readonly TextCost[], heldIn: (text: string) => string | undefined): FieldValue[] {
  const found = new Map<string, Gathered>();
  const perCurrency = new Map<string, number>();
  for (const { text, currency, amount, charges } of costs) {
    const value = heldIn(text);
    if (!value) continue;
    const of = found.get(fold(value)) ?? { spellings: new Map<string, number>(), amounts: new Map<string, string>(), charges: 0 };
    of.spellings.set(value, (of.spellings.get(value) ?? 0) + charges);
    of.amounts.set(currency, plus(of.amounts.get(currency) ?? '0', amount));
    of.charges += charges;
    found.set(fold(value), of);
    perCurrency.set(currency, (perCurrency.get(currency) ?? 0) + charges);
  }
  // amounts of two currencies cannot be compared: the order is that of the one with most charges
  const [main] = [...perCurrency].sort((a, b) => b[1] - a[1])[0] ?? [''];
  return [...found.values()]
    .sort((a, b) => bySize(a.amounts.get(main) ?? '0', b.amounts.get(main) ?? '0') || b.charges - a.charges)
    .map((g): FieldValue => {
      const spellings = [...g.spellings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([text]) => text);
      return {
        name: spellings[0] ?? '',
        spellings: spellings.slice(0, MOST_SPELLINGS),
        charges: g.charges,
        amounts: [...g.amounts].map(([currency, amount]) => ({ currency, amount })).sort((a, b) => (a.currency < b.currency ? -1 : 1)),
      };
    });
}
