import Big from 'big.js';
import { z } from 'zod';
import { decimal, words } from '../input/fields';
import { monthStart } from '../time/days';

/** A plain decimal, or one with an exponent as FOCUS allows it, in its plain form: `35.2E-2` → `0.352`. */
export const amount = z
  .string()
  .trim()
  .transform((text) => (/^-?\d{1,20}(\.\d{1,20})?[eE][+-]?\d{1,2}$/.test(text) ? new Big(text).toFixed() : text))
  .pipe(decimal);
export const currencyCode = z
  .string({ error: 'is missing' })
  .trim()
  .transform((c) => c.toUpperCase())
  .pipe(z.string().regex(/^[A-Z]{3}$/, 'is no code like USD'));

/** A month as `2026-10`, or any day of it. */
export const month = z
  .string({ error: 'is missing' })
  .trim()
  .transform((text) => (/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text.slice(0, 10)))
  .pipe(z.iso.date({ error: 'is no month like 2026-10' }))
  .transform(monthStart);

/** Sets the same things to one length for every door: file, form, program. */
export const head = {
  provider: words(120),
  account: z
    .string()
    .trim()
    .max(200, 'is longer than 200 characters')
    .refine((t) => !t.includes('\u0000') && t.isWellFormed(), 'holds the character NUL or half a character, which no field can keep'),
  number: words(120),
};
