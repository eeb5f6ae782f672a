import { z } from 'zod';
import { chargeCategories } from '../focus/columns';
import { isKeepable } from '../text/keepable';

/** What a column of ours takes: amounts and days are read, words are kept as they are. */
export type TargetKind = 'amount' | 'quantity' | 'currency' | 'day' | 'text' | 'category';

export interface Target {
  key: TargetKey;
  title: string;
  /** What belongs there, in a few words. */
  about: string;
  kind: TargetKind;
  required: boolean;
  /** One word for all rows can stand in for a column. */
  takesConstant: boolean;
}

export const targetKeys = [
  'BilledCost',
  'BillingCurrency',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ProviderName',
  'ServiceName',
  'ChargeDescription',
  'SkuMeter',
  'Model',
  'TokenType',
  'ConsumedQuantity',
  'ConsumedUnit',
  'BillingAccountId',
  'SubAccountId',
  'SubAccountName',
  'RegionId',
  'ResourceId',
  'ChargeCategory',
  'EffectiveCost',
  'ListCost',
] as const;
export type TargetKey = (typeof targetKeys)[number];

type Described = readonly [title: string, about: string, kind: TargetKind];
const described: Record<TargetKey, Described> = {
  BilledCost: ['Billed cost', 'what is invoiced, without tax', 'amount'],
  BillingCurrency: ['Currency', 'three letters, like EUR', 'currency'],
  ChargePeriodStart: ['Day', 'when the charge begins', 'day'],
  ChargePeriodEnd: ['End', 'when it ends; otherwise a day later', 'day'],
  ProviderName: ['Provider', 'who is paid', 'text'],
  ServiceName: ['Service', 'what was bought', 'text'],
  ChargeDescription: ['Description', 'the line as it is invoiced', 'text'],
  SkuMeter: ['Meter', 'what is counted', 'text'],
  Model: ['Model', 'of AI services', 'text'],
  TokenType: ['Token type', 'input, cached input, output', 'text'],
  ConsumedQuantity: ['Quantity', 'how much was used', 'quantity'],
  ConsumedUnit: ['Unit', 'of the quantity, like 1K tokens', 'text'],
  BillingAccountId: ['Billing account', 'a newer file of it replaces the older', 'text'],
  SubAccountId: ['Sub account id', 'project, subscription, customer', 'text'],
  SubAccountName: ['Sub account', 'its name', 'text'],
  RegionId: ['Region', 'where it ran', 'text'],
  ResourceId: ['Resource', 'what it ran on', 'text'],
  ChargeCategory: ['Category', 'usage, purchase, tax, credit, adjustment', 'category'],
  EffectiveCost: ['Effective cost', 'otherwise the billed cost', 'amount'],
  ListCost: ['List cost', 'before any discount', 'amount'],
};

const required: readonly TargetKey[] = ['BilledCost', 'BillingCurrency', 'ChargePeriodStart'];
const takesConstant = (kind: TargetKind) => kind === 'currency' || kind === 'text' || kind === 'category';

/** Our columns that a file can fill, the ones that decide first. */
export const targets: readonly Target[] = targetKeys.map((key) => {
  const [title, about, kind] = described[key];
  return { key, title, about, kind, required: required.includes(key), takesConstant: takesConstant(kind) };
});

const text = (most: number) =>
  z.string().max(most, `has at most ${most} characters`).refine(isKeepable, 'holds a character that no field can keep');

/** A column of theirs by its heading; of several with one heading, or with none, the n-th from the left. */
const ColumnRef = z.strictObject({ column: text(2_000), nth: z.number().int().min(1).max(2_000).default(1) });
const Constant = z.strictObject({ constant: text(300).trim().min(1, 'is empty') });
const Currency = z.strictObject({
  constant: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, 'three letters, like EUR'),
});
const Category = z.enum(chargeCategories);
const CategoryColumn = ColumnRef.extend({
  /** Their word → ours. A word that is left out has to be one of ours. */
  words: z.record(text(200), Category).default({}),
});
const CategoryConstant = z.strictObject({ constant: Category });

const column = ColumnRef.optional();
const either = z.union([ColumnRef, Constant]).optional();
const fields = {
  BilledCost: column,
  BillingCurrency: z.union([ColumnRef, Currency]).optional(),
  ChargePeriodStart: column,
  ChargePeriodEnd: column,
  ProviderName: either,
  ServiceName: either,
  ChargeDescription: either,
  SkuMeter: either,
  Model: either,
  TokenType: either,
  ConsumedQuantity: column,
  ConsumedUnit: either,
  BillingAccountId: either,
  SubAccountId: either,
  SubAccountName: either,
  RegionId: either,
  ResourceId: either,
  ChargeCategory: z.union([CategoryColumn, CategoryConstant]).optional(),
  EffectiveCost: column,
  ListCost: column,
} satisfies Record<TargetKey, z.ZodType>;

export const dateFormats = ['iso', 'mdy', 'dmy', 'ymd', 'unix', 'unix_ms', 'month'] as const;
export type DateFormat = (typeof dateFormats)[number];

const options = {
  /** `iso` 2026-02-13, `mdy` 2/13/2026, `dmy` 13.2.2026, `ymd` 20260213, `unix` seconds, `unix_ms` milliseconds, `month` 2026-02. */
  dates: z.enum(dateFormats).optional(),
  decimals: z.enum(['point', 'comma']).optional(),
  amountUnit: z.enum(['whole', 'cents', 'millionths']).optional(),
  /** `credits_negative`: credits are written without a minus and get one. */
  sign: z.enum(['as_is', 'credits_negative']).default('as_is'),
  /** Is the end the last day that is meant, or the day after it? */
  periodEnd: z.enum(['excluded', 'included']).default('excluded'),
};

const TagColumn = ColumnRef.extend({ key: text(120).trim().min(1, 'is empty') });
const tags = z
  .array(TagColumn)
  .max(50, 'at most 50 tags')
  .refine((list) => new Set(list.map((t) => t.key)).size === list.length, 'two tags have the same key')
  .default([]);

/** A mapping that is still being made: anything may be missing. */
export const MappingDraft = z.strictObject({
  name: text(80).trim().default(''),
  fields: z.strictObject(fields),
  tags,
  options: z.strictObject(options).default({ sign: 'as_is', periodEnd: 'excluded' }),
});
export type MappingDraft = z.infer<typeof MappingDraft>;

/** Ours on the left, theirs on the right: how the columns of an unknown file become charges. Data, never SQL. */
export const ColumnMapping = z.strictObject({
  name: text(80).trim().min(1, 'Give it a name.'),
  fields: z.strictObject({
    ...fields,
    BilledCost: ColumnRef,
    BillingCurrency: z.union([ColumnRef, Currency]),
    ChargePeriodStart: ColumnRef,
  }),
  tags,
  options: z.strictObject({
    ...options,
    dates: z.enum(dateFormats),
    decimals: z.enum(['point', 'comma']),
    amountUnit: z.enum(['whole', 'cents', 'millionths']),
  }),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;
export type ColumnRef = z.infer<typeof ColumnRef>;
export type Part = NonNullable<MappingDraft['fields'][TargetKey]>;

/** What has to be said before a draft can be read, as sentences; none when it is whole. */
export function missingIn({ fields: f, options: o }: Pick<MappingDraft, 'fields' | 'options'>): string[] {
  const missing: string[] = [];
  if (!f.BilledCost) missing.push('Say which column is the billed cost.');
  if (!f.BillingCurrency) missing.push('Say the currency, or which column names it.');
  if (!f.ChargePeriodStart) missing.push('Say which column is the day.');
  if (!o.dates) missing.push('Say how days are written.');
  if (!o.decimals) missing.push('Say whether decimals stand after a point or a comma.');
  if (!o.amountUnit) missing.push('Say whether amounts are whole units, cents or millionths.');
  if (o.sign === 'credits_negative' && !f.ChargeCategory) missing.push('Say which column tells that a line is a credit.');
  return missing;
}

/** Every column of theirs that is read. */
export const columnsRead = ({ fields: f, tags: t }: Pick<MappingDraft, 'fields' | 'tags'>): ColumnRef[] => [
  ...Object.values(f).flatMap((part) => (part && 'column' in part ? [{ column: part.column, nth: part.nth }] : [])),
  ...t.map(({ column: heading, nth }) => ({ column: heading, nth })),
];

/** Blanks and case do not make another heading. What stands in parentheses does: "Cost (EUR)" is not "Tax (EUR)". */
export const sameHeading = (heading: string): string => heading.trim().replace(/\s+/g, ' ').toLowerCase();

/** The place of a column among the headings of a file, or -1. */
export function placeOf(headings: readonly string[], { column: heading, nth }: ColumnRef): number {
  let seen = 0;
  return headings.findIndex((h) => sameHeading(h) === sameHeading(heading) && ++seen === nth);
}

/** The headings of a file as a mapping names them. */
export function refsOf(headings: readonly string[]): ColumnRef[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const nth = (seen.get(sameHeading(heading)) ?? 0) + 1;
    seen.set(sameHeading(heading), nth);
    return { column: heading.trim(), nth };
  });
}

/** How a page calls a column: `"Amount"`, `"Amount", the 2nd`, `column 7`. */
export function columnInWords(headings: readonly string[], place: number): string {
  const heading = headings[place]?.trim() ?? '';
  if (heading === '') return `column ${place + 1}`;
  const nth = refsOf(headings)[place]?.nth ?? 1;
  return nth > 1 ? `"${heading}", number ${nth}` : `"${heading}"`;
}
