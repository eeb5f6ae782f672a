/** 34.1 MB. */
export function bytesInWords(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toFixed(1)} ${units[power]}`;
}

/** 1,204,000. */
export const count = (n: number | string): string => BigInt(Math.trunc(Number(n))).toLocaleString('en');

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-10-01` → 1 Oct 2026. */
export const dayInWords = (day: string): string => `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** `2026-10-01` → Oct 2026. */
export const monthInWords = (day: string): string => `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** A half-open range as a person says it, both ends included. */
export function rangeInWords(from: string, to: string): string {
  const last = new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return from === last ? dayInWords(from) : `${dayInWords(from)} – ${dayInWords(last)}`;
}

/** `2026-11-21T04:10:00Z` → 21 Nov 2026, 04:10 UTC: the same on the server and in every browser. */
export const momentInWords = (iso: string): string => `${dayInWords(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
