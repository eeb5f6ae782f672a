import { z } from 'zod';

/** Where an API is reached: empty stands for the usual place. */
export const address = (usual = '') =>
  z
    .string()
    .trim()
    .max(300)
    .default('')
    .transform((text) => (text || usual).replace(/\/+$/, ''))
    .refine((text) => isPlain(text), 'is no address such as https://host, without a name, a password or anything behind a question mark');

function isPlain(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
}

/** A key as it goes into a header. */
export const key = (missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(500)
    .regex(/^[\x21-\x7e]+$/, 'holds a space, a line break or a letter that no key has: copy it again');

/** A path below that place, with its query. */
export function below(base: string, path: string, query: Readonly<Record<string, string>>): URL {
  const url = new URL(`${base}/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}
