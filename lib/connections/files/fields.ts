import { z } from 'zod';
import type { Field } from '../types';

/** What every file store asks for. */
export const groupingField: Field = {
  name: 'grouping',
  label: 'Files that no manifest binds together',
  hint: 'Exports of AWS and Azure are recognised by their manifests. For everything else: is each file a bill by itself, or all files of a folder one bill?',
  isSecret: false,
  isRequired: true,
  options: [
    { value: 'file', label: 'Each file by itself' },
    { value: 'folder', label: 'Each folder together' },
  ],
};

export const grouping = z.enum(['file', 'folder']).default('file');

export const field = (name: string, label: string, hint: string, more: Partial<Field> = {}): Field => ({
  name,
  label,
  hint,
  isSecret: false,
  isRequired: false,
  ...more,
});

/** A folder of a bucket: empty, or ending in one `/`, whatever slashes a person typed. */
export const prefix = z
  .string()
  .trim()
  .max(900, 'is longer than any folder')
  .refine((text) => !text.split('/').includes('..'), 'must not lead upwards')
  .transform((text) => text.replace(/^\/+|\/+$/g, ''))
  .transform((text) => (text ? `${text}/` : ''))
  .default('');

/** A text that may be left empty. */
export const optional = z.string().trim().max(4_000).default('');

export const prefixField = (what: string): Field =>
  field(
    'prefix',
    'Folder',
    `Where in the ${what} the exports lie, such as billing/exports. Empty for all of it; only files in it are ever read.`,
  );
