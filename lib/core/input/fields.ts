import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { AppError } from '../app-error';
import { parseFilters, writeFilter } from '../costs/cost-query';
import { isCostDimension } from '../costs/dimensions';
import { isKeepable } from '../text/keepable';

// Fields of files and forms that people write. All scalars come as text, so that no amount passes through a float.

export const day = z.iso.date({ error: 'is no day like 2026-05-01' });
export const decimal = z
  .string({ error: (issue) => (issue.input === undefined || issue.input === null ? 'is missing' : 'must be written as text, in quotes') })
  .regex(/^-?\d+(\.\d+)?$/, { error: 'is no plain decimal number', abort: true })
  .regex(/^-?\d{1,30}(\.\d{1,20})?$/, 'has more digits than are kept: 30 before the point and 20 behind it');
export const positive = decimal.refine((v) => !v.startsWith('-'), 'is negative');
export const whole = z
  .string()
  .regex(/^\d{1,5}$/, 'is no whole number')
  .transform(Number);
export const words = (max: number) =>
  z
    .string({ error: 'is missing' })
    .refine(isKeepable, 'holds the character NUL or half a character, which no field can keep')
    .trim()
    .min(1, 'is empty')
    .max(max, `is longer than ${max} characters`);
export const yes = z.enum(['true', 'false'], { error: 'is neither true nor false' }).transform((v) => v === 'true');

/** `{provider: [openai], "-team": x}` or a list of `provider:openai`. */
export const filters = z
  .union([z.array(z.string()), z.record(z.string(), z.union([z.string(), z.array(z.string())]))])
  .transform((input, context) => {
    const list = Array.isArray(input) ? input : Object.entries(input).map(([key, value]) => write(key, value));
    for (const text of list) {
      const dimension = text.replace(/^-/, '').split(':')[0] ?? '';
      if (!isKeepable(text))
        context.addIssue({ code: 'custom', message: 'holds the character NUL or half a character, which no field can keep' });
      if (!isCostDimension(dimension)) context.addIssue({ code: 'custom', message: `knows no dimension "${dimension}"` });
    }
    return parseFilters(list).map(writeFilter);
  });

function write(key: string, value: string | string[]): string {
  const dimension = key.replace(/^-/, '');
  if (!isCostDimension(dimension)) return `${key}:?`;
  return writeFilter({ dimension, values: [value].flat(), exclude: key.startsWith('-') });
}

/** YAML without types: every scalar is the text that stands there, `null` and `~` aside. Throws `invalid` with file and line. */
export function readText(text: string, fileName: string): unknown {
  try {
    return nulls(parseYaml(text, { schema: 'failsafe', maxAliasCount: 0 }));
  } catch (e) {
    throw new AppError('invalid', `${fileName}: ${e instanceof Error ? faultOf(e.message) : 'is no YAML'}.`);
  }
}

const faultOf = (message: string): string =>
  /call stack/i.test(message) ? 'is nested too deeply' : (message.split('\n')[0] ?? '').replace(/:$/, '');

function nulls(value: unknown): unknown {
  if (value === 'null' || value === '~' || value === '') return null;
  if (Array.isArray(value)) return value.map(nulls);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, nulls(v)]));
  return value;
}

/** `terms[0].rate is no plain decimal number ("x").` */
export function sentenceOf(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'it cannot be read.';
  const inner = issue.code === 'invalid_union' ? issue.errors.flat()[0] : undefined;
  const path = [...issue.path, ...(inner?.path ?? [])]
    .map((p) => (typeof p === 'number' ? `[${p}]` : `.${String(p)}`))
    .join('')
    .replace(/^\./, '');
  const value = ['string', 'number'].includes(typeof issue.input) ? ` ("${String(issue.input).slice(0, 80)}")` : '';
  if (issue.code === 'unrecognized_keys')
    return `${path ? `${path}: ` : ''}there is no field ${issue.keys.map((k) => `"${k}"`).join(', ')}.`;
  return `${path} ${issue.message}${value}.`.trim();
}
