import { expect, test } from 'vitest';
import { readTaskRules, writeTaskRules } from './task-rule-file';

const yaml = `rules:
  - task_type: support answer
    match:
      - { field: api_key, operator: is, value: support-bot }
    success: any
`;

test('reads rules, and what it writes reads as the same', () => {
  const rules = readTaskRules(yaml, 'r.yaml');
  expect(rules).toEqual([
    {
      taskType: 'support answer',
      match: [{ field: 'apiKey', operator: 'is', value: 'support-bot' }],
      success: 'any',
      owner: null,
    },
  ]);
  expect(readTaskRules(writeTaskRules(rules), 'again.yaml')).toEqual(rules);
});

test.each([
  ['hello', 'r.yaml has no list of rules.'],
  ['- taskType: a\n  match: []', 'r.yaml, no. 1, match: '],
  ['- taskType: a\n  match: [{field: prompt, operator: is}]', 'r.yaml, no. 1, match, no. 1, field: '],
  ['a: [', 'r.yaml: '],
])('refuses with a sentence', (text, sentence) => {
  expect(() => readTaskRules(text, 'r.yaml')).toThrow(sentence);
});
