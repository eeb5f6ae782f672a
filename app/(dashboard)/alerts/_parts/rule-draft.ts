import type { RuleKind } from '@/lib/core/alerts/rules';

/** What the form holds: every field as text. */
export type RuleDraft = Record<
  | 'name'
  | 'kind'
  | 'severity'
  | 'currency'
  | 'amount'
  | 'percent'
  | 'sensitivity'
  | 'direction'
  | 'dimension'
  | 'days'
  | 'times'
  | 'per'
  | 'measure',
  string
> & { filter: string[] };

const usual: RuleDraft = {
  ...{ name: '', kind: 'cost-above', severity: 'warning', currency: '', amount: '', percent: '', sensitivity: '4', direction: 'both' },
  ...{ dimension: 'model', days: '4', times: '3', per: 'month', measure: 'effective', filter: [] },
};

/** What an amount usually is, where a rule cannot do without. */
const amounts: Record<RuleKind, Partial<RuleDraft>> = {
  'cost-above': {},
  'burn-rate': { amount: '50' },
  anomaly: { amount: '20', percent: '10' },
  'new-value': { amount: '1', severity: 'info' },
  unclassified: { amount: '100' },
  'source-late': {},
};

/** An empty form of a kind; what was typed of its name, scope and currency stays. */
export const startDraft = (kind: RuleKind, before?: RuleDraft): RuleDraft => ({
  ...usual,
  ...amounts[kind],
  kind,
  ...(before && { name: before.name, filter: before.filter, currency: before.currency }),
});

/** The form of a rule there is. */
export function draftOf(rule: Record<string, unknown>): RuleDraft {
  const texts = Object.entries(rule).filter((e): e is [string, string] => typeof e[1] === 'string');
  const nothing = (value: unknown) => (Number(value) === 0 ? '' : String(value));
  return {
    ...usual,
    ...Object.fromEntries(texts),
    filter: Array.isArray(rule.filter) ? rule.filter.map(String) : [],
    ...('percent' in rule && { percent: nothing(rule.percent) }),
  } as RuleDraft;
}

const fieldsOf: Record<RuleKind, readonly (keyof RuleDraft)[]> = {
  'cost-above': ['amount', 'per', 'percent', 'measure'],
  'burn-rate': ['times', 'amount', 'measure'],
  anomaly: ['amount', 'percent', 'sensitivity', 'direction'],
  'new-value': ['dimension', 'amount', 'percent'],
  unclassified: ['amount', 'percent'],
  'source-late': ['days'],
};

/** As the API takes it: an empty field has its usual value, an empty currency is each by itself. */
export function inputOf(draft: RuleDraft): Record<string, unknown> {
  const own = fieldsOf[draft.kind as RuleKind].map((key) => [key, String(draft[key]).replace(/[, _]/g, '')] as const);
  return {
    ...{ name: draft.name.trim(), kind: draft.kind, severity: draft.severity, currency: draft.currency || null },
    filter: draft.filter.map((f) => f.trim()).filter(Boolean),
    ...Object.fromEntries(own.map(([key, value]) => [key, value === '' && (key === 'percent' || key === 'amount') ? '0' : value])),
  };
}

/** Whether enough was typed to look back with. */
export const isWhole = (draft: RuleDraft): boolean =>
  !['cost-above', 'burn-rate'].includes(draft.kind) || /^[\d, _]+(\.\d+)?$/.test(draft.amount.trim());
