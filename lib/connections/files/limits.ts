import type { StoredObject } from './store';

/** What one delivery may bring; the import takes no more either. */
const limits = { bytes: 200 * 1024 ** 3, files: 2_000 };

/** Why so much is not fetched, in words; null for what can be. */
export function tooMuch(objects: readonly StoredObject[]): string | null {
  const bytes = objects.reduce((sum, o) => sum + o.bytes, 0);
  if (bytes > limits.bytes)
    return `It has ${inWords(bytes)}; the limit is ${inWords(limits.bytes)}. Let the export be split by month or account.`;
  if (objects.length > limits.files)
    return `It has ${objects.length} files; the limit is ${limits.files}. Let the export write larger files.`;
  return null;
}

export const inWords = (bytes: number): string => {
  const power = Math.min(4, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toFixed(1)} ${['bytes', 'kB', 'MB', 'GB', 'TB'][power]}`;
};
