import { BadEvent, type Fields, isFields } from './types';

const isNothing = (trimmed: string): boolean => trimmed === '' || trimmed === 'null' || trimmed === 'None';

/** Text that says something: trimmed, never empty, at most 512 characters; numbers and booleans count as text. */
export function text(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'string') return null;
  const trimmed = (value.includes('\0') ? value.replaceAll('\0', '') : value).trim(); // PostgreSQL's text holds no zero byte
  if (isNothing(trimmed)) return null;
  return trimmed.length > 512 ? trimmed.slice(0, 512) : trimmed;
}

/** The first of these that says something. */
export function firstText(...values: unknown[]): string | null {
  for (const value of values) {
    const found = text(value);
    if (found !== null) return found;
  }
  return null;
}

/** Decimal digits: what Number() takes besides (`0x10`, an empty text) is no count. */
const aNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** More than a day's bucket of any usage API holds; sums of many stay far below what the database counts to. */
const MOST_COUNT = 1_000_000_000_000;
/** Nothing that answers takes a year. */
const LONGEST_MS = 366 * 86_400_000;
/** Digits of an estimate before and behind the point. */
const WHOLE_DIGITS = 12;
const PART_DIGITS = 30;

/** A whole number that is not negative; null where there is none. Throws BadEvent for anything else. */
export function count(value: unknown, column: string): number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' && isNothing(value.trim())) return null;
  const n = typeof value === 'number' ? value : typeof value === 'string' && aNumber.test(value.trim()) ? Number(value) : Number.NaN;
  if (!Number.isFinite(n) || n < 0)
    throw new BadEvent(column, `"${String(value).slice(0, 60)}" is no count. Write a whole number of tokens, 0 or more.`);
  if (!Number.isInteger(n)) {
    // some exports write 12.0
    if (Math.abs(n - Math.round(n)) > 1e-9) throw new BadEvent(column, `${n} is no whole number of tokens.`);
    return Math.round(n);
  }
  if (n > MOST_COUNT) throw new BadEvent(column, `${String(value)} is more than one event counts; at most ${MOST_COUNT} are taken.`);
  return n;
}

/** How long something took, as whole milliseconds; programs often write parts of one. Null where there is none. */
export function milliseconds(value: unknown, column: string): number | null {
  const written = text(value);
  if (written === null) return null;
  const n = aNumber.test(written) ? Number(written) : Number.NaN;
  if (!(n >= 0)) throw new BadEvent(column, `"${written.slice(0, 60)}" is no number of milliseconds.`);
  return duration(n, column);
}

/** Milliseconds that something may have taken. Throws BadEvent for more than a year. */
export function duration(ms: number, column: string): number {
  if (ms > LONGEST_MS) throw new BadEvent(column, `It would have taken more than a year (${ms} ms).`);
  return Math.round(ms);
}

const plainDecimal = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const scientific = /^[+-]?(?:\d+\.?\d*|\.\d+)e[+-]?\d{1,3}$/i;

/** An exact decimal as text, out of a number or text; null where there is none. Throws BadEvent for what is none, below zero or too long to be an amount. */
export function decimal(value: unknown, column: string): string | null {
  const written = text(value);
  if (written === null) return null;
  const shown = written.slice(0, 60);
  const plain = plainDecimal.test(written) ? written.replace(/^\+/, '') : scientific.test(written) ? fromScientific(written) : null;
  if (plain === null) throw new BadEvent(column, `"${shown}" is no amount. Write it like 0.0123.`);
  const [, sign = '', whole = '', part = ''] = /^(-?)0*(\d*)\.?(\d*?)0*$/.exec(plain) ?? [];
  if (sign && /[1-9]/.test(whole + part)) throw new BadEvent(column, `"${shown}" is below zero, and use costs something or nothing.`);
  if (whole.length > WHOLE_DIGITS || part.length > PART_DIGITS)
    throw new BadEvent(column, `"${shown}" has too many digits: ${WHOLE_DIGITS} before the point and ${PART_DIGITS} behind it are taken.`);
  return plain;
}

function fromScientific(written: string): string {
  const [, sign = '', whole = '', part = '', exponent = '0'] = /^([+-]?)(\d*)\.?(\d*)e([+-]?\d+)$/i.exec(written) ?? [];
  const digits = whole + part;
  const point = whole.length + Number(exponent);
  const all =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : point >= digits.length
        ? digits + '0'.repeat(point - digits.length)
        : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return `${sign === '-' ? '-' : ''}${all.replace(/^0+(?=\d)/, '')}`;
}

/** How programs write it nearly always. */
const isoUtc = /^(\d{4})-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.(\d+))?Z$/;
const isoDay = /^(\d{4})-(\d{2})-(\d{2})/;

/**
 * A moment in UTC as ISO 8601: from ISO text with or without a zone (none is UTC), epoch seconds, milliseconds or nanoseconds. Years before 2015 and
 * behind the next one are refused: what was used is no matter of the future, and every day takes room of its own.
 */
export function moment(value: unknown, column: string): string {
  const written = text(value);
  if (written === null) throw new BadEvent(column, 'The time is missing.');
  const plain = isoUtc.exec(written);
  const last = new Date().getUTCFullYear() + 1;
  if (plain && plain[1] !== undefined && plain[1] >= '2015' && Number(plain[1]) <= last)
    return `${written.slice(0, 19)}.${(plain[2] ?? '').slice(0, 3).padEnd(3, '0')}Z`;
  const at = /^\d+(?:\.\d+)?$/.test(written) ? epochMs(written) : isoMs(written);
  const year = Number.isFinite(at) ? new Date(at).getUTCFullYear() : 0;
  if (year > last && year <= 9999) throw new BadEvent(column, `"${written.slice(0, 60)}" lies in the future. Is the clock right?`);
  if (year < 2015 || year > last) throw new BadEvent(column, `"${written.slice(0, 60)}" is no time. Write it like 2026-11-21T09:30:00Z.`);
  return new Date(at).toISOString();
}

function epochMs(written: string): number {
  const whole = written.split('.')[0] ?? '';
  if (whole.length >= 18) return Number(BigInt(whole) / 1_000_000n);
  return whole.length >= 13 ? Number(written) / (whole.length >= 16 ? 1000 : 1) : Number(written) * 1000;
}

function isoMs(written: string): number {
  const [, year, month, day] = isoDay.exec(written) ?? [];
  // the 31st of February is no day, whatever Date makes of it
  if (!day || new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day)) return Number.NaN;
  const withT = written
    .replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T')
    .replace(/(\.\d{3})\d+/, '$1')
    .replace(/ UTC$/, 'Z')
    .replace(/(:\d{2}(?:\.\d+)?[+-]\d{2})$/, '$1:00');
  return Date.parse(withT.length <= 10 ? `${withT}T00:00:00Z` : /(?:Z|[+-]\d{2}:?\d{2})$/i.test(withT) ? withT : `${withT}Z`);
}

export const inside = (value: unknown): Fields => (isFields(value) ? value : {});

/** JSON in a cell, or the object itself; an empty one where it is neither. */
export function jsonFields(value: unknown): Fields {
  if (isFields(value)) return value;
  if (typeof value !== 'string' || !value.trim().startsWith('{')) return {};
  try {
    return inside(JSON.parse(value));
  } catch {
    return {};
  }
}

export function jsonList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string' || !value.trim().startsWith('[')) return [];
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

/** What people and programs write for how it went. */
export function outcome(value: unknown): 'success' | 'failure' | null {
  const word = text(value)?.toLowerCase();
  if (word === undefined) return null;
  if (/^(?:success|succeeded|successful|ok|resolved|passed|true|1|completed|done)$/.test(word)) return 'success';
  if (/^(?:failure|failed|fail|error|errored|false|0|unresolved|timeout|cancelled|canceled)$/.test(word)) return 'failure';
  return null;
}
