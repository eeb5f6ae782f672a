import { ruleFields, ruleOperators, successCriteria } from '@/lib/core/usage/task-rule-words';
import type { TaskRule } from '@/lib/core/usage/task-rules';

/** "where API key is support-bot and Team is set; success is one success among its calls". */
export const ruleWords = (rule: Pick<TaskRule, 'match' | 'success' | 'owner'>): string => {
  const conditions = rule.match.map((m) =>
    [ruleFields[m.field], ruleOperators[m.operator], m.operator === 'missing' || m.operator === 'present' ? '' : `"${m.value}"`]
      .join(' ')
      .trim(),
  );
  const owner = rule.owner ? `; looked after by ${rule.owner}` : '';
  return `where ${conditions.join(' and ')}; success is ${successCriteria[rule.success]}${owner}`;
};
