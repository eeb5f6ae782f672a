import Big from 'big.js';

/** How a cell's style shows its number: as a date, a time of day, or as it is. */
export type Shown = 'date' | 'time' | 'number';

/** Formats with a number of their own (ECMA-376, 18.8.30), the East Asian ones among them. */
const builtIn = (id: number): Shown => {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) ? 'time' : 'number';
};

/** What a format says when its literal texts, escapes and colours are left out. An elapsed time such as `[h]:mm` is a number. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return builtIn(id);
  if (/\[[hms]+\]/i.test(code)) return 'number';
  const [first = ''] = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '').split(';');
  if (/^general$/i.test(first.trim())) return 'number';
  if (/[yd]/i.test(first) || (/m/i.test(first) && !/[hs]/i.test(first))) return 'date';
  return /[hs]/i.test(first) ? 'time' : 'number';
}

const DAYS_1904 = 1_462;
const EPOCH = Date.UTC(1899, 11, 30);

/** The number of a cell as a person sees it; `written` is its text in the file. */
export function numberText(written: string, shown: Shown, is1904: boolean): string {
  if (shown === 'number') return asShown(written);
  const serial = Number(written) + (is1904 && shown === 'date' ? DAYS_1904 : 0);
  if (!(serial >= 0 && serial < 2_958_466)) return written; // after the year 9999
  const moment = new Date(EPOCH + Math.round(serial * 86_400) * 1_000).toISOString();
  if (shown === 'time' && serial < 1) return moment.slice(11, 19);
  return moment.endsWith('T00:00:00.000Z') ? moment.slice(0, 10) : moment.slice(0, 19).replace('T', ' ');
}

/** Excel counts in binary and keeps 15 digits: what it stores as 1.1000000000000001 is 1.1. Fewer digits stand as they are. */
function asShown(written: string): string {
  const [, digits = '', exponent = '0'] = /^-?([\d.]+)(?:[eE]([-+]?\d{1,3}))?$/.exec(written) ?? [];
  if (digits.replace('.', '').replace(/^0+/, '').length <= 15 || Math.abs(Number(exponent)) > 40) return written;
  try {
    return new Big(written).prec(15).toFixed();
  } catch {
    return written; // no number: told with its row
  }
}

/** `AB12` is in column 27, counted from 0; -1 without letters. */
export function columnOf(reference: string): number {
  let n = 0;
  for (let i = 0; i < 3; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (!(letter >= 1 && letter <= 26)) break;
    n = n * 26 + letter;
  }
  return n - 1;
}
