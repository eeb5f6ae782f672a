import { someNames } from '../core/text/some-names';
import { fold } from './duckdb/expressions';
import { eventFormats } from './events/formats';
import { formatById, formats } from './providers';
import { isFocusTooOld } from './providers/focus';
import type { Format, Header, Recognised } from './providers/provider';
import { Refusal } from './refusal';

export interface Detected extends Recognised {
  format: Format;
}

const headerOf = (written: readonly string[]): Header => {
  const folded = new Set(written.map(fold));
  return { written, has: (name) => folded.has(name) };
};

/** Does any format know these columns? */
export const isRecognised = (written: readonly string[]): boolean => formats.some((f) => f.recognise(headerOf(written)) !== null);

/** Bills and events have doors of their own; who is at the wrong one is told. */
function eventsSentence(item: Record<string, unknown>, isCsv: boolean): string | null {
  const found = eventFormats.find((f) => f.recognise(item, isCsv));
  return found ? `is ${found.title}: it counts usage and bills nothing. Load it under Tasks, or with \`headroom events import\`.` : null;
}

/** Why a JSON file is no bill, told by its first object. */
export function strangeJson(name: string, first: Record<string, unknown>): Refusal {
  const fields = someNames(Object.keys(first));
  const events = eventsSentence(first, false);
  if (events) return new Refusal(`${name} ${events}`, 'format');
  return unknown(
    `${name} is JSON, but neither pages of a costs API nor a list of charges that is known here (fields: ${fields || 'none'}).`,
  );
}

/** A table of nobody's: what its columns are can be said. */
function unknown(message: string): Refusal {
  const refusal = new Refusal(message, 'format');
  refusal.isMappable = true;
  return refusal;
}

/** Whose file is it? By its columns, never by its name. A person's own choice of format wins. Throws a Refusal for a stranger. */
export function detect(name: string, written: readonly string[], chosen?: string): Detected {
  const header = headerOf(written);
  if (chosen) {
    const format = formatById(chosen);
    if (!format) throw new Refusal(`There is no format "${chosen}". Formats: ${formats.map((f) => f.id).join(', ')}.`, 'format');
    return { format, ...(format.recognise(header) ?? { score: 0, version: null }), because: 'chosen by hand' };
  }
  if (['invoiceid', 'invoiceissuestatus', 'invoiceissuedate'].every(header.has) && !header.has('chargeperiodstart'))
    throw new Refusal(
      `${name} is a FOCUS Invoice Detail: it says what is to be paid and charges nothing. Drop it under Sources, Reconciliation, or use \`headroom invoices import\`.`,
      'format',
    );
  const found = formats
    .flatMap((format) => {
      const recognised = format.recognise(header);
      return recognised ? [{ format, ...recognised }] : [];
    })
    .sort((a, b) => b.score - a.score);
  if (found[0]) return found[0];
  if (isFocusTooOld(header.has)) throw unknown(`${name} is FOCUS 0.5. Versions 1.0 to 1.4 are read: export it again in a newer version.`);
  const events = eventsSentence(Object.fromEntries(written.map((w) => [w, ''])), true);
  if (events) throw new Refusal(`${name} ${events}`, 'format');
  const nearest = formats
    .map((f) => ({ f, missing: f.needs.filter((names) => !names.some(header.has)).map((n) => n[0]) }))
    .sort((a, b) => a.missing.length - b.missing.length)[0];
  throw unknown(
    `${name}: no format known here has these columns (${someNames(written)}). Nearest is ${nearest?.f.title}, which also needs ${nearest?.missing.join(', ')}.`,
  );
}
