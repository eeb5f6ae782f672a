import { z } from 'zod';
import type { UsageEvent } from './event';
import { type RuleField, type RuleOperator, ruleFields, ruleOperators, type SuccessCriterion, successCriteria } from './task-rule-words';

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
