import { z } from 'zod';

/** Where an API is reached: empty stands for the usual place. */
export const address = (usual = '') =>
  z
    .string()
    .trim()
    .max(300)
    .default('')
    .transform((text) => (text || usual).replace(/\/+$/, ''))
    .refine((text) => URL.canParse(text) && /^https?:/.test(text), 'is no address such as https://host');

/** A path below that place, with its query. */
export function below(base: string, path: string, query: Readonly<Record<string, string>>): URL {
  const url = new URL(`${base}/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}
