import { z } from 'zod';
import { chargeCategories } from '../focus/columns';
import { isKeepable } from '../text/keepable';
import type { TargetKey } from './targets';

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
