import { z } from 'zod';
import type { UsageEvent } from './event';

/** Fields of an event that a rule may ask for: those that many events share, so that a rule reaches the past in seconds. */
export const ruleFields = {
  source: 'Source',
  channel: 'Channel',
  model: 'Model',
  account: 'Account',
  apiKey: 'API key',
  operation: 'Operation',
  taskType: 'Task type as sent',
  customer: 'Customer',
  user: 'User',
  agent: 'Agent',
  feature: 'Feature',
  team: 'Team',
} as const;
export type RuleField = keyof typeof ruleFields;

export const ruleOperators = {
  is: 'is',
  'is-not': 'is not',
  starts: 'begins with',
  ends: 'ends with',
  contains: 'contains',
  missing: 'is not set',
  present: 'is set',
} as const;
export type RuleOperator = keyof typeof ruleOperators;

export const successCriteria = {
  last: 'the last outcome that was reported',
  any: 'one success among its calls',
  'no-failure': 'no failed call',
} as const;
export type SuccessCriterion = keyof typeof successCriteria;

export const TaskRuleDefinition = z.object({
  /** What matching events are called. */
  taskType: z.string().trim().min(1).max(80),
  /** All of them have to hold. */
  match: z
    .array(
      z.object({
        field: z.enum(Object.keys(ruleFields) as [RuleField, ...RuleField[]]),
        operator: z.enum(Object.keys(ruleOperators) as [RuleOperator, ...RuleOperator[]]),
        value: z.string().trim().max(200).default(''),
      }),
    )
    .min(1)
    .max(10),
  success: z.enum(Object.keys(successCriteria) as [SuccessCriterion, ...SuccessCriterion[]]).default('last'),
  owner: z.string().trim().max(120).nullable().default(null),
});
export type TaskRule = z.infer<typeof TaskRuleDefinition>;

export type RuledFields = Pick<UsageEvent, RuleField>;

const test = (value: string | null, operator: RuleOperator, wanted: string): boolean => {
  const [v, w] = [value?.toLowerCase() ?? null, wanted.toLowerCase()];
  switch (operator) {
    case 'missing':
      return v === null;
    case 'present':
      return v !== null;
    case 'is':
      return v === w;
    case 'is-not':
      return v !== w;
    case 'starts':
      return v?.startsWith(w) ?? false;
    case 'ends':
      return v?.endsWith(w) ?? false;
    case 'contains':
      return v?.includes(w) ?? false;
  }
};

/** What a call is called: by the first rule whose every condition holds, else as it was sent; null where nobody says. Case makes no difference. */
export function taskTypeOf(fields: RuledFields, rules: readonly TaskRule[]): string | null {
  for (const rule of rules) if (rule.match.every((m) => test(fields[m.field], m.operator, m.value))) return rule.taskType;
  return fields.taskType;
}
