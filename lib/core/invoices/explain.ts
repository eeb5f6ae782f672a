import Big from 'big.js';
import { minorUnitsOf } from '../money/format';
import { sumOf } from '../money/round';
import type { ByCategory, ChargeCategory } from './invoice';

export interface Part {
  kind: 'tax' | 'credits' | 'late' | 'rounding';
  /** What it adds to the invoice over the ledger, signed. */
  amount: string;
  /** Why, as a sentence. */
  why: string;
}

export interface Explanation {
  /** Invoice − ledger. */
  difference: string;
  parts: Part[];
  unexplained: string;
}

export interface Compared {
  currency: string;
  ledger: ByCategory & { [category: string]: string | undefined };
  invoice: string;
  /** Null where an invoice says its total alone. */
  categories: ByCategory | null;
  /** Lines of the invoices, each rounded by itself. */
  lines: number;
  /** What the ledger has learned since the invoice was issued; null where that cannot be told. */
  late: string | null;
}

const big = (text: string | undefined) => new Big(text ?? '0');

/** Why an invoice and the ledger differ. The parts and what stays unexplained always add up to the difference. */
export function explain(asked: Compared): Explanation {
  const ledger = sumOf(Object.values(asked.ledger).map(big));
  const difference = new Big(asked.invoice).minus(ledger);
  const parts = asked.categories ? onOneSide(asked.ledger, asked.categories) : byItsAmount(asked, difference);
  let rest = difference.minus(sumOf(parts.map((p) => new Big(p.amount))));
  const late = asked.late === null ? new Big(0) : new Big(asked.late).neg();
  if (!late.eq(0) && rest.minus(late).abs().lt(rest.abs())) {
    parts.push({ kind: 'late', amount: late.toFixed(), why: 'The ledger has learned of it after the invoice was issued.' });
    rest = rest.minus(late);
  }
  if (!rest.eq(0) && rest.abs().lte(tolerance(asked))) {
    const lines = asked.lines === 1 ? 'one line' : `${asked.lines.toLocaleString('en')} lines`;
    parts.push({ kind: 'rounding', amount: rest.toFixed(), why: `Not more than half of the smallest unit for ${lines} of the invoice.` });
    rest = new Big(0);
  }
  return { difference: difference.toFixed(), parts, unexplained: rest.toFixed() };
}

/** Half of the currency's smallest unit for each line: what rounding can make at most. */
const tolerance = ({ currency, lines }: Compared): Big => new Big(10).pow(-minorUnitsOf(currency)).div(2).times(Math.max(1, lines));

const oneSided = [
  { category: 'Tax', kind: 'tax', noun: 'Tax' },
  { category: 'Credit', kind: 'credits', noun: 'Credits' },
] as const;

/** Tax and credits that one side has and the other has not. */
function onOneSide(ledger: Compared['ledger'], invoice: ByCategory): Part[] {
  return oneSided.flatMap(({ category, kind, noun }): Part[] => {
    const [ours, theirs] = [big(ledger[category]), big(invoice[category])];
    if (ours.eq(0) === theirs.eq(0)) return [];
    const stands = ours.eq(0) ? 'on the invoice and not in the ledger' : 'in the ledger and not on the invoice';
    return [{ kind, amount: theirs.minus(ours).toFixed(), why: `${noun} ${noun === 'Tax' ? 'stands' : 'stand'} ${stands}.` }];
  });
}

/** Where only a total is known: does the invoice leave out the tax or the credits of the ledger? Taken only where it then agrees. */
function byItsAmount(asked: Compared, difference: Big): Part[] {
  if (difference.abs().lte(tolerance(asked))) return [];
  const present = oneSided.filter(({ category }) => !big(asked.ledger[category]).eq(0));
  const tries = [...present.map((p) => [p]), present.length > 1 ? present : []].filter((t) => t.length > 0);
  const without = (left: (typeof oneSided)[number][]) =>
    left.map(({ category, kind, noun }): Part => {
      const amount = big(asked.ledger[category]).neg().toFixed();
      return { kind, amount, why: `${noun} of the ledger, by the amount: without it the two agree.` };
    });
  const found = tries.map(without).find((parts) =>
    difference
      .minus(sumOf(parts.map((p) => new Big(p.amount))))
      .abs()
      .lte(tolerance(asked)),
  );
  return found ?? [];
}

/** Σ of several invoices by category; null where one of them says its total alone. */
export function addCategories(list: readonly ByCategory[]): ByCategory | null {
  if (list.length === 0 || list.some((c) => Object.keys(c).length === 0)) return null;
  const all: ByCategory = {};
  for (const one of list)
    for (const [category, amount] of Object.entries(one) as [ChargeCategory, string][])
      all[category] = big(all[category]).plus(amount).toFixed();
  return all;
}
