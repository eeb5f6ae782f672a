import { z } from 'zod';
import { AppError } from '../app-error';
import { sentenceOf } from '../input/fields';
import { everything, type Subscription, weekdays } from './subscription';
import { alertKinds, severities } from './types';

const zone = z
  .string()
  .max(60)
  .refine((v) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: v }) !== null;
    } catch {
      return false;
    }
  }, 'is no time zone like Europe/Berlin');
const hour = z.number({ error: 'is no hour from 0 to 23' }).int().min(0, 'is no hour from 0 to 23').max(23, 'is no hour from 0 to 23');
const clock = z.string({ error: 'is no time like 22:00' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time like 22:00');

const SubscriptionInput = z.strictObject({
  kinds: z
    .array(z.enum(alertKinds, `is none of ${alertKinds.join(', ')}`))
    .min(1, 'is empty: nothing would be sent')
    .nullable()
    .default(everything.kinds),
  severity: z.enum(severities).default(everything.severity),
  when: z
    .discriminatedUnion(
      'at',
      [
        z.strictObject({ at: z.literal('once') }),
        z.strictObject({ at: z.literal('daily'), hour }),
        z.strictObject({ at: z.literal('weekly'), weekday: z.enum(weekdays, `is none of ${weekdays.join(', ')}`), hour }),
      ],
      { error: 'is none of once, daily, weekly' },
    )
    .default(everything.when),
  zone: zone.default(everything.zone),
  quiet: z
    .strictObject({ from: clock, to: clock })
    .refine((q) => q.from !== q.to, 'begins and ends at the same time')
    .nullable()
    .default(everything.quiet),
  group: z.number().int().min(0, 'is less than nothing').max(240, 'is more than 240 minutes').default(everything.group),
  criticalAtOnce: z.boolean().default(everything.criticalAtOnce),
});

/** Reads what a form or a machine sends; what is left out has its usual value. Throws `invalid` naming the field. */
export function readSubscription(input: unknown): Subscription {
  const result = SubscriptionInput.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new AppError('invalid', `subscription: ${sentenceOf(result.error.issues[0])}`);
}
