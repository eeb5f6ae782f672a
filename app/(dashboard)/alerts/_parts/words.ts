import type { Tone } from '@/components/ui/badge';

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
