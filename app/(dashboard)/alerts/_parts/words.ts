import type { Tone } from '@/components/ui/badge';
import type { AlertKind } from '@/lib/core/alerts/types';

export const severityWords: Record<string, [string, Tone]> = {
  critical: ['critical', 'over'],
  warning: ['warning', 'warn'],
  info: ['note', 'neutral'],
};
export const statusWords: Record<string, [string, Tone]> = {
  new: ['new', 'accent'],
  acknowledged: ['acknowledged', 'neutral'],
  ignored: ['ignored', 'neutral'],
  resolved: ['resolved', 'ok'],
};
export const kindWords: Record<AlertKind, string> = {
  budget: 'Budgets',
  agreement: 'Agreements',
  anomaly: 'Anomalies',
  'new-value': 'New models, accounts, services',
  unpriced: 'Unknown models and prices',
  source: 'Late sources',
  'burn-rate': 'Burn rate',
  'cost-above': 'Cost above a limit',
  'unit-cost': 'Cost per task',
  policy: 'Not approved',
  unattributed: 'Unattributed spend',
  channel: 'Channels',
};
export const deliveryWords: Record<string, [string, Tone]> = {
  waiting: ['waiting', 'neutral'],
  sending: ['on its way', 'neutral'],
  sent: ['sent', 'ok'],
  failed: ['failed', 'over'],
};
export const channelWords: Record<string, string> = {
  email: 'E-mail',
  slack: 'Slack',
  teams: 'Microsoft Teams',
  pagerduty: 'PagerDuty',
  webhook: 'Webhook',
};

/** "2026-11-21 09:03 UTC". */
export const momentWords = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

/** "4 min", "3 h", "12 days": how long before `now`. */
export function ageWords(iso: string, now: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(iso)) / 60_000));
  if (minutes < 60) return minutes === 0 ? 'just now' : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h`;
  return `${Math.floor(hours / 24)} days`;
}

/** The last complete day: what is stored is the one after it. */
export function lastDayWords(completeTo: string | null): string {
  if (completeTo === null) return '–';
  return new Date(Date.parse(`${completeTo}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
