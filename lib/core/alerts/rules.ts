import { z } from 'zod';
import { AppError } from '../app-error';
import type { CostDimension } from '../costs/dimensions';
import { filters, positive, sentenceOf, whole, words } from '../input/fields';
import { type Severity, severities } from './types';

/** What a value may be new in. */
export const newValueDimensions = ['model', 'sub-account', 'region', 'service', 'provider'] as const satisfies readonly CostDimension[];
export type NewValueDimension = (typeof newValueDimensions)[number];
export const directions = ['up', 'down', 'both'] as const;
export const limitPeriods = ['day', 'week', 'month'] as const;
export const ruleMeasures = ['effective', 'billed'] as const;

interface Common {
  name: string;
  /** As an address writes filters: `provider:openai`. Empty is everything. */
  filter: string[];
  /** Only charges of this currency count; null judges each currency by itself. */
  currency: string | null;
  severity: Severity;
  /** The rule of Headroom's own that stands here changed; null for one that was made. */
  origin: string | null;
}

/** What is watched, and from where on it is told. Amounts and percentages are decimals; where there are both, both must be passed. */
export type AlertRule = Common &
  (
    | { kind: 'anomaly'; amount: string; percent: string; sensitivity: string; direction: (typeof directions)[number] }
    | { kind: 'new-value'; dimension: NewValueDimension; amount: string; percent: string }
    | { kind: 'unclassified'; amount: string; percent: string }
    | { kind: 'source-late'; days: number }
    | { kind: 'burn-rate'; times: string; amount: string; measure: (typeof ruleMeasures)[number] }
    | { kind: 'cost-above'; per: (typeof limitPeriods)[number]; amount: string; percent: string; measure: (typeof ruleMeasures)[number] }
  );
export type RuleKind = AlertRule['kind'];
export type RuleOf<K extends RuleKind> = Extract<AlertRule, { kind: K }>;

const ruleKinds = ['anomaly', 'new-value', 'unclassified', 'source-late', 'burn-rate', 'cost-above'] as const satisfies readonly RuleKind[];

const amount = positive.default('0');
const percent = positive.refine((v) => Number(v) <= 100_000, 'is more than 100000').default('0');
const measure = z.enum(ruleMeasures).default('effective');
const moreThanNothing = positive.refine((v) => Number(v) > 0, 'must be more than 0');
const common = {
  name: words(120),
  filter: filters.default([]),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is no currency code like USD')
    .nullable()
    .default(null),
  severity: z.enum(severities).default('warning'),
  origin: z.string().max(40).nullable().default(null),
};

const RuleInput = z
  .discriminatedUnion(
    'kind',
    [
      z.strictObject({
        ...common,
        kind: z.literal('anomaly'),
        amount: positive.default('20'),
        percent: percent.default('10'),
        sensitivity: positive.refine((v) => Number(v) >= 1 && Number(v) <= 20, 'must be 1 to 20').default('4'),
        direction: z.enum(directions).default('both'),
      }),
      z.strictObject({ ...common, kind: z.literal('new-value'), dimension: z.enum(newValueDimensions), amount, percent }),
      z.strictObject({ ...common, kind: z.literal('unclassified'), amount, percent }),
      z.strictObject({ ...common, kind: z.literal('source-late'), days: whole.refine((n) => n >= 1 && n <= 90, 'must be 1 to 90') }),
      z.strictObject({
        ...common,
        kind: z.literal('burn-rate'),
        times: positive.refine((v) => Number(v) >= 1.1 && Number(v) <= 1_000, 'must be 1.1 to 1000'),
        amount: moreThanNothing,
        measure,
      }),
      z.strictObject({
        ...common,
        kind: z.literal('cost-above'),
        per: z.enum(limitPeriods).default('month'),
        amount: moreThanNothing,
        percent,
        measure,
      }),
    ],
    { error: `is none of ${ruleKinds.join(', ')}` },
  )
  .superRefine((rule, context) => {
    if (rule.kind === 'source-late' && rule.filter.some((f) => !/^-?provider:/.test(f)))
      context.addIssue({ code: 'custom', path: ['filter'], message: 'may name providers only: a source has nothing else' });
  });

/** Reads a rule as a form or a machine sends it, scalars as text. Throws `invalid` naming the rule and the field. */
export function readRule(input: unknown): AlertRule {
  const result = RuleInput.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const named =
    typeof input === 'object' && input !== null && 'name' in input && input.name ? `"${String(input.name).slice(0, 120)}"` : 'the rule';
  throw new AppError('invalid', `${named}: ${sentenceOf(result.error.issues[0])}`);
}

/** A rule as it is sent and kept: the reverse of `readRule`. */
export const writeRule = (rule: AlertRule): Record<string, unknown> => ({
  ...rule,
  ...(rule.kind === 'source-late' && { days: String(rule.days) }),
});

const own = (rule: Record<string, unknown> & { origin: string }) => readRule(rule);

/** What everybody is told until they say otherwise: Headroom's own rules. */
export const ownRules: readonly AlertRule[] = [
  own({ origin: 'anomaly', name: 'Unusual days', kind: 'anomaly' }),
  own({ origin: 'new-value model', name: 'New models', kind: 'new-value', dimension: 'model', amount: '1', severity: 'info' }),
  own({
    origin: 'new-value sub-account',
    name: 'New accounts',
    kind: 'new-value',
    dimension: 'sub-account',
    amount: '1',
    severity: 'info',
  }),
  own({ origin: 'new-value region', name: 'New regions', kind: 'new-value', dimension: 'region', amount: '1', severity: 'info' }),
  own({ origin: 'unclassified', name: 'Unknown models', kind: 'unclassified', amount: '100' }),
  own({ origin: 'source-late', name: 'Late sources', kind: 'source-late', days: '4' }),
];

export interface RuleRecord {
  /** Null for a rule of Headroom's own that nobody has changed. */
  id: number | null;
  enabled: boolean;
  rule: AlertRule;
}

/** All rules that hold: Headroom's own, in their order, each as it was changed; then those that were made. */
export function withOwnRules(stored: readonly RuleRecord[]): RuleRecord[] {
  const changed = new Map(stored.map((r) => [r.rule.origin, r]));
  return [
    ...ownRules.map((rule) => changed.get(rule.origin) ?? { id: null, enabled: true, rule }),
    ...stored.filter((r) => !ownRules.some((o) => o.origin === r.rule.origin)),
  ];
}
