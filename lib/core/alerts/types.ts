import type { Day } from '../time/days';

export const alertKinds = [
  'budget',
  'agreement',
  'anomaly',
  'new-value',
  'unpriced',
  'source',
  'burn-rate',
  'cost-above',
  'unit-cost',
  'policy',
  'unattributed',
  'channel',
] as const;
export type AlertKind = (typeof alertKinds)[number];
export const severities = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof severities)[number];
export const alertStatuses = ['new', 'acknowledged', 'ignored', 'resolved'] as const;

/**
 * Something that a person should hear about, once. `key` names the event itself (this threshold, in this window, for the second time), so that
 * seeing it again tells nobody again. Everything a channel may say is in here: no secrets, no prompts.
 */
export interface AlertDraft {
  key: string;
  kind: AlertKind;
  severity: Severity;
  /** One sentence: what crossed what. "Platform: 81.20 USD of 100.00 used, above 80 %." */
  title: string;
  /** What was measured, value, limit, period, driver: in the order in which they are read. Amounts are formatted. */
  facts: { label: string; value: string }[];
  /** Path of the view behind it, with its filters: `/costs?from=…&f=…`. */
  link: string;
  /** The day after the last complete one; null where no data is behind it. */
  dataCompleteTo: Day | null;
  /** The rule it came from, where there is one. */
  ruleId: number | null;
}
