import { chargeCategories } from '../../core/focus/columns';
import type { MappingDraft, Part } from '../../core/imports/column-mapping';
import { columnInWords, refsOf, sameHeading } from '../../core/imports/headings';
import { type TargetKey, type TargetKind, targetKeys, targets } from '../../core/imports/targets';
import { speaksAgainst, speaksFor, tagKeyOf, wordsOf } from './heading-words';
import { amountUnitOf, type ColumnLook, dateFormatOf, dayShape, decimalsOf, isAmount, isCurrency, lookAt } from './values';

type OptionKey = 'dates' | 'decimals' | 'amountUnit' | 'sign' | 'periodEnd';

export interface Guess {
  draft: MappingDraft;
  /** Why a column or an option was taken, by its key. */
  reasons: Partial<Record<TargetKey | OptionKey, string>>;
  /** What has to be asked, and why it was not guessed. */
  open: Partial<Record<TargetKey | OptionKey, string>>;
}

/** Most cells mean what they should; a total at the end or a note does not count against a column. */
function isMost(part: number, { values }: ColumnLook): boolean {
  const others = values.length * (1 - part);
  return part > 0.5 && others <= Math.max(2.5, values.length * 0.2);
}

/** The best column of theirs for each of ours with the reason in words; what two readings fit is asked and not guessed. */
export function guessMapping(headings: readonly string[], rows: readonly (readonly (string | null)[])[], name = ''): Guess {
  const looks = lookAt(headings, rows);
  const refs = refsOf(headings);
  const taken = new Set<number>();
  const fields: MappingDraft['fields'] = {};
  const [reasons, open]: [Guess['reasons'], Guess['open']] = [{}, {}];
  const places = new Map<TargetKey, ColumnLook>();

  for (const key of inOrder) {
    const kind = kinds.get(key) as TargetKind;
    const found = candidates(key, kind, looks, taken);
    const [best, second] = found;
    if (!best) continue;
    const rivals = found.filter((c) => c.score === best.score);
    if (second && rivals.length > 1 && asks.has(key)) {
      const names = rivals.map((c) => columnInWords(headings, c.look.place));
      open[key] =
        `${names.slice(0, -1).join(', ')} and ${names.at(-1)} could both be it. ${key === 'BilledCost' ? 'Say which one you pay.' : 'Say which it is.'}`;
      continue;
    }
    // a column that only its cells speak for is not enough for what nobody needs
    if (best.score < 2 && !required.has(key)) continue;
    const ref = refs[best.look.place];
    if (!ref) continue;
    taken.add(best.look.place);
    places.set(key, best.look);
    (fields as Record<TargetKey, Part | undefined>)[key] = key === 'ChargeCategory' ? { ...ref, words: wordsFor(best.look) } : ref;
    reasons[key] = reasonOf(key, kind, best, headings);
  }

  currency(looks, places, { fields, reasons, open });
  const tags = looks.flatMap(({ place, heading, values }) => {
    const key = taken.has(place) ? null : tagKeyOf(heading);
    const ref = refs[place];
    return key && ref && values.length ? [{ ...ref, key }] : [];
  });
  const options = settle(looks, places, reasons, open);
  return { draft: { name, fields, tags: distinctKeys(tags).slice(0, 50), options }, reasons, open };
}

/** What decides first takes its column first. */
const inOrder: readonly TargetKey[] = [
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'EffectiveCost',
  'ListCost',
  'BilledCost',
  ...targetKeys.filter(
    (k) => !['ChargePeriodEnd', 'ChargePeriodStart', 'EffectiveCost', 'ListCost', 'BilledCost', 'BillingCurrency'].includes(k),
  ),
];
const kinds = new Map(targets.map((t) => [t.key, t.kind]));
const required = new Set<TargetKey>(['BilledCost', 'ChargePeriodStart']);
/** Where a wrong guess would be wrong money or wrong days. */
const asks = new Set<TargetKey>(['BilledCost', 'ChargePeriodStart', 'ChargePeriodEnd', 'EffectiveCost', 'ListCost', 'ConsumedQuantity']);

interface Candidate {
  look: ColumnLook;
  /** 3: by its name and its cells. 2: by its name. 1: by its cells and a part of its name, or by its cells alone. */
  score: number;
  byName: 0 | 1 | 2;
}

function candidates(key: TargetKey, kind: TargetKind, looks: readonly ColumnLook[], taken: ReadonlySet<number>): Candidate[] {
  return looks
    .flatMap((look): Candidate[] => {
      if (taken.has(look.place)) return [];
      const byName = speaksFor(key, look.heading);
      const fits = fitsKind(kind, look, byName);
      if (!fits) return [];
      if (byName === 0 && (key !== 'ChargePeriodStart' || speaksAgainst(key, look.heading))) return [];
      return [{ look, byName, score: byName === 2 ? 3 : byName === 1 ? 2 : 1 }];
    })
    .sort((a, b) => b.score - a.score || a.look.place - b.look.place);
}

function fitsKind(kind: TargetKind, look: ColumnLook, byName: number): boolean {
  if (look.values.length === 0) return false;
  if (kind === 'amount' || kind === 'quantity') return isMost(look.amounts, look) && !isMost(look.days, look);
  if (kind === 'day')
    return (
      isMost(look.days, look) ||
      (byName > 0 &&
        isMost(
          share(look, (v) => /^unix/.test(dayShape(v) ?? '')),
          look,
        ))
    );
  if (kind === 'category') return look.distinct.length <= 12 && isMost(share(look, isCategory), look);
  return !isMost(look.days, look);
}

const share = ({ values }: ColumnLook, test: (v: string) => boolean) => (values.length ? values.filter(test).length / values.length : 0);

/** Words for a kind of charge, in a few languages. */
const categoryWords: readonly [RegExp, (typeof chargeCategories)[number]][] = [
  [/^(usage|metered|consumption|nutzung|verbrauch|consumo|uso|use|overage)$/, 'Usage'],
  [/^(purchase|subscription|licen[cs]e|recurring|seat|kauf|abonnement|compra|suscripcion)$/, 'Purchase'],
  [/^(tax|vat|sales tax|steuer|mwst|iva|impuesto|tva)$/, 'Tax'],
  [/^(credit|credits|gutschrift|credito|abono|refund|avoir)$/, 'Credit'],
  [/^(adjustment|correction|korrektur|anpassung|ajuste)$/, 'Adjustment'],
];
const categoryOf = (word: string) => categoryWords.find(([r]) => r.test(wordsOf(word)))?.[1] ?? null;
const isCategory = (word: string) => categoryOf(word) !== null;
const wordsFor = ({ distinct }: ColumnLook) =>
  Object.fromEntries(
    distinct.flatMap((word) => {
      const category = categoryOf(word);
      return category && !(chargeCategories as readonly string[]).some((c) => c.toLowerCase() === word.toLowerCase())
        ? [[word, category]]
        : [];
    }),
  );

function reasonOf(key: TargetKey, kind: TargetKind, { look, byName }: Candidate, headings: readonly string[]): string {
  const name =
    byName > 0
      ? `its name says ${(targets.find((t) => t.key === key)?.title ?? key).toLowerCase()}`
      : `${columnInWords(headings, look.place)} has days`;
  const of = (what: string, n: number) => `${n} of ${look.values.length} ${look.values.length === 1 ? 'value is' : 'values are'} ${what}`;
  if (kind === 'amount' || kind === 'quantity') return `${name}; ${of('numbers', look.values.filter(isAmount).length)}`;
  if (kind === 'day') return `${name}; ${of('days', look.values.filter((v) => dayShape(v) !== null).length)}`;
  return name;
}

interface Into {
  fields: MappingDraft['fields'];
  reasons: Guess['reasons'];
  open: Guess['open'];
}

/** A column of codes, the heading of the amounts, or the sign beside them; a dollar sign is nobody's in particular. */
function currency(looks: readonly ColumnLook[], places: ReadonlyMap<TargetKey, ColumnLook>, { fields, reasons, open }: Into): void {
  const refs = refsOf(looks.map((l) => l.heading));
  const columns = looks.filter((l) => l.currencies >= 0.9 && l.values.length > 0);
  const named = columns.filter((l) => speaksFor('BillingCurrency', l.heading) > 0);
  const billing = named.filter((l) => /\b(billing|invoice|rechnungs\w*|factura)\b/.test(wordsOf(l.heading)));
  const choice = billing.length === 1 ? billing : named.length ? named : columns;
  if (choice.length > 1 && new Set(choice.map((l) => l.values.join())).size > 1) {
    open.BillingCurrency = `${choice
      .map((l) =>
        columnInWords(
          looks.map((x) => x.heading),
          l.place,
        ),
      )
      .join(' and ')} both name currencies. Say which one the billed cost is in.`;
    return;
  }
  const [found] = choice;
  const ref = found && refs[found.place];
  if (found && ref) {
    fields.BillingCurrency = ref;
    const words = found.distinct.slice(0, 3).join(', ');
    reasons.BillingCurrency = `its values are codes of currencies: ${words}`;
    return;
  }
  const cost = places.get('BilledCost');
  const written = cost ? currencyIn(cost.heading) : null;
  if (cost && written) {
    fields.BillingCurrency = { constant: written };
    reasons.BillingCurrency = `"${cost.heading}" says ${written}`;
    return;
  }
  const signs = new Set((cost?.values ?? []).map((v) => /[€£]|\b[A-Z]{3}\b/.exec(v)?.[0] ?? ''));
  const [only] = signs;
  const code = signs.size === 1 && only ? (signCodes[only] ?? (isCurrency(only) ? only : null)) : null;
  if (code) {
    fields.BillingCurrency = { constant: code };
    reasons.BillingCurrency = `the amounts are written with ${only}`;
  } else open.BillingCurrency = 'The file names no currency. Say which one its amounts are in.';
}

const signCodes: Record<string, string> = { '€': 'EUR', '£': 'GBP' };

function currencyIn(heading: string): string | null {
  const code = heading.split(/[^A-Za-z]+/).find((word) => word.length === 3 && isCurrency(word));
  if (code) return code.toUpperCase();
  return heading.includes('€') ? 'EUR' : heading.includes('£') ? 'GBP' : null;
}

function settle(
  looks: readonly ColumnLook[],
  places: ReadonlyMap<TargetKey, ColumnLook>,
  reasons: Guess['reasons'],
  open: Guess['open'],
): MappingDraft['options'] {
  const options: MappingDraft['options'] = { sign: 'as_is', periodEnd: 'excluded' };
  const set = <K extends 'dates' | 'decimals' | 'amountUnit'>(
    key: K,
    found: { value: MappingDraft['options'][K] | null; reason: string },
  ) => {
    if (found.value === null) open[key] = found.reason;
    else {
      options[key] = found.value;
      reasons[key] = found.reason;
    }
  };
  const start = places.get('ChargePeriodStart') ?? looks.find((l) => isMost(l.days, l));
  if (start) set('dates', dateFormatOf(start));
  const cost = places.get('BilledCost');
  const money = looks.filter((l) => isMost(l.amounts, l) && !isMost(l.days, l));
  set('decimals', decimalsOf(cost ? [cost, ...money.filter((l) => l !== cost && speaksFor('BilledCost', l.heading) > 0)] : money));
  const unit = cost ?? money.find((l) => speaksFor('BilledCost', l.heading) > 0);
  if (unit) set('amountUnit', amountUnitOf(unit));
  const end = places.get('ChargePeriodEnd');
  if (start && end) {
    const same = end.cells.find((v, i) => v !== '' && v === start.cells[i] && v.length <= 10);
    if (same) {
      options.periodEnd = 'included';
      reasons.periodEnd = `a charge begins and ends on ${same}: the last day is meant`;
    }
  }
  const category = places.get('ChargeCategory');
  const positive = category?.cells.some((v, i) => categoryOf(v) === 'Credit' && /^[^-−(]*[1-9]/.test(cost?.cells[i] ?? ''));
  if (positive) open.sign = 'Credits are written without a minus. Say whether they are taken off.';
  return options;
}

function distinctKeys<T extends { key: string }>(tags: T[]): T[] {
  return tags.filter((t, i) => tags.findIndex((o) => sameHeading(o.key) === sameHeading(t.key)) === i);
}
