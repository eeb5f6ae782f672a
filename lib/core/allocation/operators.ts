export const operators = {
  equals: 'is',
  in: 'is one of',
  prefix: 'begins with',
  suffix: 'ends with',
  contains: 'contains',
  matches: 'matches',
  empty: 'is empty',
  present: 'is not empty',
} as const;
export type Operator = keyof typeof operators;
export const takesValue = (operator: Operator): boolean => operator !== 'empty' && operator !== 'present';
