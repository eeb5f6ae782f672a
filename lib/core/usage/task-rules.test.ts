import { expect, test } from 'vitest';
import { type RuledFields, type TaskRule, TaskRuleDefinition, taskTypeOf } from './task-rules';

const call: RuledFields = {
  source: 'litellm',
  channel: 'azure',
  model: 'gpt-5',
  account: 'acme-prod',
  apiKey: 'support-bot',
  operation: 'chat',
  taskType: null,
  customer: 'c-7',
  user: null,
  agent: 'triage',
  feature: 'Help centre',
  team: 'support',
};
const rule = (taskType: string, ...match: TaskRule['match']): TaskRule => TaskRuleDefinition.parse({ taskType, match });

test('the first rule whose every condition holds gives the name', () => {
  const rules = [
    rule('ticket', { field: 'team', operator: 'is', value: 'support' }, { field: 'feature', operator: 'contains', value: 'help' }),
    rule('any support', { field: 'team', operator: 'is', value: 'SUPPORT' }),
  ];
  expect(taskTypeOf(call, rules)).toBe('ticket');
  expect(taskTypeOf({ ...call, feature: null }, rules)).toBe('any support');
  expect(taskTypeOf({ ...call, team: null }, rules)).toBeNull();
});

test('without a rule an event keeps what it says', () => expect(taskTypeOf({ ...call, taskType: 'summary' }, [])).toBe('summary'));

test.each([
  ['starts', 'acme', true],
  ['ends', 'prod', true],
  ['contains', 'x', false],
  ['is-not', 'acme', true],
  ['present', '', true],
  ['missing', '', false],
] as const)('%s %s: %s', (operator, value, fits) => {
  expect(taskTypeOf(call, [rule('t', { field: 'account', operator, value })])).toBe(fits ? 't' : null);
});
