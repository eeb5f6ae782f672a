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
