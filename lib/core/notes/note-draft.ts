import { z } from 'zod';
import { noteLength } from './note';

/** The years that costs can be asked for. */
const [firstDay, lastDay] = ['2000-01-01', '2099-12-31'];

const day = z.iso
  .date({ error: 'Say the day, like 2026-10-01.' })
  .refine((d) => d >= firstDay && d <= lastDay, `A day between ${firstDay} and ${lastDay}.`);
const text = z
  .string({ error: 'Say what is to be remembered.' })
  .trim()
  .min(1, 'Say what is to be remembered.')
  .refine((t) => [...t].length <= noteLength, `At most ${noteLength} characters.`)
  // one line in a list: what breaks it or cannot be seen stays out
  .refine((t) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(t) && t.isWellFormed(), 'Without line breaks and other control characters.');

export const NoteDraft = z.strictObject({ day, text });
export type NoteDraft = z.infer<typeof NoteDraft>;

export const NoteChange = z
  .strictObject({ day: day.optional(), text: text.optional() })
  .refine((c) => c.day !== undefined || c.text !== undefined, 'Say what to change: day or text.');

/** Notes of `[from, to)`. */
export const NotesAsk = z
  .object({ from: day, to: z.iso.date({ error: 'Say the day after the last one, like 2026-11-01.' }) })
  .refine((q) => q.from < q.to, { path: ['to'], message: 'to is the day after the last and comes after from.' });
export type NotesAsk = z.infer<typeof NotesAsk>;
