import { z } from 'zod';
import { ColumnMapping } from '../../core/imports/column-mapping';
import { isKeepable } from '../../core/text/keepable';
import type { Choices } from '../../ingest/providers/provider';

/** What a person may say about a file that does not say it, or says it wrong. */
export const ImportChoices = z.object({
  source: z.string().trim().min(1).max(120).optional(),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, 'three letters, like EUR')
    .optional(),
  account: z.string().trim().min(1).max(200).refine(isKeepable, 'holds a character that cannot be kept').optional(),
  dateOrder: z.enum(['mdy', 'dmy']).optional(),
  dataset: z.enum(['cost', 'actual', 'amortized']).optional(),
  format: z.string().optional(),
  people: z.enum(['hash']).optional(),
  /** A saved mapping by its number, or one that is written out. */
  mapping: z.union([z.number().int().positive(), ColumnMapping]).optional(),
});
export type ImportChoices = z.infer<typeof ImportChoices>;

/** The same for a file that lies on this machine. */
export type FileChoices = Omit<Choices, 'mapping'> & Pick<ImportChoices, 'source' | 'mapping'>;

const Said = z.record(z.string(), z.unknown());

/** What was said before and what is said now. A choice lives with its file until another takes its place or it is taken back with null. */
export function mergeChoices(stored: unknown, input: unknown): ImportChoices {
  const said = Object.entries({ ...Said.parse(stored ?? {}), ...Said.parse(input ?? {}) });
  return ImportChoices.parse(Object.fromEntries(said.filter(([, value]) => value !== null && value !== '')));
}
