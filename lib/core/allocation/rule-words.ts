import { fieldWords } from './fields';
import { operators, takesValue } from './operators';
import type { AllocationRule, Condition } from './types';

const quoted = (values: readonly string[]): string => {
  const shown = values.slice(0, 3).map((v) => `"${v}"`);
  return values.length > 3 ? `${shown.join(', ')} or ${values.length - 3} more` : shown.join(' or ');
};

const conditionWords = ({ field, op, values }: Condition): string =>
  `${fieldWords(field)} ${op === 'in' ? operators.equals : operators[op]}${takesValue(op) ? ` ${quoted(values)}` : ''}`;

/** "sub account name begins with "plat-" and tag env is "prod"". */
export const whenWords = ({ when, from }: Pick<AllocationRule, 'when' | 'from'>): string =>
  when.length ? when.map(conditionWords).join(' and ') : from === null ? 'no rule above matches' : 'there is one';

/** "platform", "the value of tag team". */
export const resultWords = ({ value, from, map }: Pick<AllocationRule, 'value' | 'from' | 'map'>): string => {
  const renamed = Object.keys(map).length;
  return from === null
    ? (value ?? '')
    : `${from === 'x_Team' ? 'the' : 'the value of'} ${fieldWords(from)}${renamed ? `, ${renamed} renamed` : ''}`;
};

/** "from 2026-10-01 to before 2027-01-01"; empty where it holds always. */
export const daysWords = ({ since, until }: { since: string | null; until: string | null }): string =>
  [since && `from ${since}`, until && `to before ${until}`].filter(Boolean).join(' ');
