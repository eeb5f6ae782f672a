import { everything, type Subscription } from './subscription';
import type { AlertKind } from './types';

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** What a channel is sent and when: "Warnings and worse of 2 kinds. Daily at 08:00, Europe/Berlin. Quiet 22:00 to 07:00." */
export function subscriptionWords(s: Subscription, kindNames: Readonly<Record<AlertKind, string>>): string {
  const worst = { info: 'Everything', warning: 'Warnings and critical ones', critical: 'Critical ones' }[s.severity];
  const names = s.kinds?.map((k) => kindNames[k]) ?? [];
  const of = s.kinds === null ? '' : s.severity === 'info' ? names.join(', ') : `${worst} of ${names.join(', ')}`;
  const zone = s.zone === everything.zone ? 'UTC' : s.zone;
  const when = {
    once: s.group > 0 ? `together within ${s.group} min` : 'at once',
    daily: s.when.at === 'daily' ? `as a digest daily at ${clock(s.when.hour)}, ${zone}` : '',
    weekly: s.when.at === 'weekly' ? `as a digest on ${capital(s.when.weekday)} at ${clock(s.when.hour)}, ${zone}` : '',
  }[s.when.at];
  const quiet = s.quiet ? `; quiet ${s.quiet.from} to ${s.quiet.to}${s.when.at === 'once' ? `, ${zone}` : ''}` : '';
  const holdsBack = s.quiet !== null || s.when.at !== 'once' || s.group > 0;
  const critical = holdsBack && s.criticalAtOnce ? '; critical ones at once' : '';
  return `${of || worst}, ${when}${quiet}${critical}`;
}
