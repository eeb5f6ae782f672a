import type { DateFormat } from '../../core/imports/column-mapping';

/** What the sampled cells of a column look like. */
export interface ColumnLook {
  place: number;
  heading: string;
  /** All cells in the order of their rows, empty ones too. */
  cells: string[];
  /** Cells that are not empty. */
  values: string[];
  distinct: string[];
  /** The part of them that are amounts, 0 to 1. */
  amounts: number;
  /** The part that are days or moments in any way of writing. */
  days: number;
  /** The part that are three-letter codes of currencies. */
  currencies: number;
}

const number = String.raw`\(?[-+−]?(?:\d{1,3}(?:[.,'’\u00a0\u2009\u202f ]\d{3})+|\d+)?(?:[.,]\d*)?(?:[eE][-+]?\d{1,3})?\)?-?`;
const amount = new RegExp(String.raw`^(?:[A-Z]{3}\b|[$€£¥])?\s*(?=[-+−(]*[.,]?\d)${number}\s*(?:\b[A-Z]{3}|[$€£¥])?$`);

export const isAmount = (text: string): boolean => amount.test(text);

const codes = new Set(
  `AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW KWD MAD MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RON
   RSD RUB SAR SEK SGD THB TRY TWD UAH USD UYU VND ZAR`.split(/\s+/),
);
export const isCurrency = (text: string): boolean => codes.has(text.toUpperCase());

const months = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const time = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]M|Z|UTC|[-+]\d{2}(?::?\d{2})?)?)?`;
const parted = new RegExp(String.raw`^(\d{1,2})\s?([./-])\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})${time}$`, 'i');
const shapes: readonly [DateFormat, RegExp][] = [
  ['iso', new RegExp(String.raw`^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}${time}$`, 'i')],
  ['ymd', /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[T ]?\d{2}:?\d{2}(?::?\d{2})?Z?)?$/],
  [
    'month',
    new RegExp(
      String.raw`^(?:(?:19|20)\d{2}[-/](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[/.](?:19|20)\d{2}|${months}[ -](?:\d{4}|\d{2}))$`,
      'i',
    ),
  ],
  ['dmy', new RegExp(String.raw`^\d{1,2}\.?[ -]${months}[ -](?:\d{4}|\d{2})$`, 'i')],
  ['mdy', new RegExp(String.raw`^${months} \d{1,2},? \d{4}$`, 'i')],
  ['unix', /^(?:9[5-9]|[1-3]\d)\d{8}(?:\.\d+)?$/],
  ['unix_ms', /^(?:9[5-9]|[1-3]\d)\d{11}$/],
];

/** How a cell writes its day; `parted` where it is `13/02/2026` and only the whole column can tell what comes first. */
export function dayShape(text: string): DateFormat | 'parted' | null {
  const parts = parted.exec(text);
  if (parts)
    return Math.min(Number(parts[1]), Number(parts[3])) <= 12 && Math.max(Number(parts[1]), Number(parts[3])) <= 31 ? 'parted' : null;
  return shapes.find(([, shape]) => shape.test(text))?.[0] ?? null;
}

/** A number of ten digits can be a moment or an amount: only its heading tells. */
const isPlainDay = (text: string) => {
  const shape = dayShape(text);
  return shape !== null && shape !== 'unix' && shape !== 'unix_ms';
};

export function lookAt(headings: readonly string[], rows: readonly (readonly (string | null)[])[]): ColumnLook[] {
  return headings.map((heading, place) => {
    const cells = rows.map((r) => (r[place] ?? '').trim().slice(0, 200));
    const values = cells.filter((v) => v !== '');
    const part = (test: (v: string) => boolean) => (values.length ? values.filter(test).length / values.length : 0);
    return {
      place,
      heading: heading.slice(0, 200),
      cells,
      values,
      distinct: [...new Set(values)],
      amounts: part((v) => isAmount(v)),
      days: part(isPlainDay),
      currencies: part(isCurrency),
    };
  });
}

export interface Settled<T> {
  value: T | null;
  /** Why it was taken, or what has to be asked. */
  reason: string;
}

/** Can only one of the two be the day, since the other alone is a month? */
const provesDay = (day: number, month: number): boolean => day > 12 && day <= 31 && month >= 1 && month <= 12;

/** How the days of a column are written, proved by its cells or left open. */
export function dateFormatOf({ values }: ColumnLook): Settled<DateFormat> {
  const found = values.map((v) => ({ v, shape: dayShape(v) }));
  const counts = new Map<string, number>();
  for (const { shape } of found) if (shape) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most) return { value: null, reason: 'No cell of it reads as a day. Say how days are written.' };
  const example = found.find((f) => f.shape === most[0])?.v ?? '';
  if (most[0] !== 'parted') return { value: most[0] as DateFormat, reason: `days are written like ${example}` };
  const all = values.flatMap((v) => {
    const p = parted.exec(v);
    return p ? [{ v, first: Number(p[1]), second: Number(p[3]), mark: p[2] }] : [];
  });
  // what is a day in neither order proves none
  const [dayFirst, monthFirst] = [all.find((p) => provesDay(p.first, p.second)), all.find((p) => provesDay(p.second, p.first))];
  if (dayFirst && monthFirst)
    return { value: null, reason: `${dayFirst.v} reads day first and ${monthFirst.v} month first. Say how days are written.` };
  if (dayFirst) return { value: 'dmy', reason: `day first: ${dayFirst.v} occurs` };
  if (monthFirst) return { value: 'mdy', reason: `month first: ${monthFirst.v} occurs` };
  if (all.every((p) => p.mark === '.')) return { value: 'dmy', reason: `day first: ${example} is written with points` };
  return { value: null, reason: `${example} could be day or month first, and no other day tells. Say which it is.` };
}

/** Where decimals stand, proved by the cells of all amounts or left open. */
export function decimalsOf(columns: readonly ColumnLook[]): Settled<'point' | 'comma'> {
  const cells = columns.flatMap((c) => c.values.filter(isAmount));
  const proof = (mark: string, other: string) =>
    cells.find((v) => {
      const digits = v.replace(/[^\d.,]/g, '');
      const [at, last] = [digits.indexOf(mark), digits.lastIndexOf(mark)];
      if (digits.indexOf(other) !== digits.lastIndexOf(other)) return true; // what stands twice is for thousands
      if (at === -1 || at !== last || digits.lastIndexOf(other) > at) return false;
      return digits.includes(other) || digits.length - at - 1 !== 3 || /^0/.test(digits) || at > 3 || at === 0;
    });
  const [point, comma] = [proof('.', ','), proof(',', '.')];
  if (point && comma) return { value: null, reason: `${point} and ${comma} occur. Say whether decimals stand after a point or a comma.` };
  if (point) return { value: 'point', reason: `decimals stand after a point: ${point}` };
  if (comma) return { value: 'comma', reason: `decimals stand after a comma: ${comma}` };
  const open = cells.find((v) => /[.,]/.test(v));
  if (open)
    return { value: null, reason: `${open} could be thousands or a fraction. Say whether decimals stand after a point or a comma.` };
  return { value: 'point', reason: 'no amount has decimals' };
}

/** What one of the numbers is: told by the heading, or asked where every number is whole and large. */
export function amountUnitOf({ heading, values }: ColumnLook): Settled<'whole' | 'cents' | 'millionths'> {
  const words = heading.toLowerCase();
  if (/\bcents?\b|_cents?|cents\b|centimos|céntimos|\bct\b/.test(words)) return { value: 'cents', reason: `"${heading}" says cents` };
  if (/micros?\b|millionths|mikro|µ/.test(words)) return { value: 'millionths', reason: `"${heading}" says millionths` };
  const cells = values.filter(isAmount);
  if (
    cells.length >= 5 &&
    cells.every((v) => /^-?\d+$/.test(v)) &&
    cells.filter((v) => Math.abs(Number(v)) >= 100).length * 2 > cells.length
  )
    return { value: null, reason: 'Every amount is a whole number. Say whether these are whole units, cents or millionths.' };
  return { value: 'whole', reason: 'amounts are in whole units of the currency' };
}
