import Big from 'big.js';
import { AppError } from '../app-error';
import { groupBy } from '../list/group-by';
import { sumOf } from '../money/round';
import { type Day, later } from '../time/days';
import { type ByCategory, type ChargeCategory, chargeCategories, type Invoice } from './invoice';

/** One line of an invoice as a file has it. */
export interface InvoiceLine extends Pick<Invoice, 'provider' | 'account' | 'number' | 'period' | 'currency' | 'amount' | 'issued'> {
  category: ChargeCategory | null;
  /** Where it stands in the file. */
  line: number;
}

/**
 * Lines to invoices: one for each account and month, for that is what is set against the ledger. An invoice that covers several months keeps its number
 * for the newest and has the month beside it for the others. Throws `invalid` where two lines of one invoice cannot be added.
 */
export function gather(lines: readonly InvoiceLine[], fileName: string): Invoice[] {
  const invoices = [...groupBy(lines, (l) => JSON.stringify([l.provider, l.account, l.number]))].flatMap(([, whole]) => {
    const newest = whole.map((l) => l.period).reduce(later, '');
    return [...groupBy(whole, (l) => l.period)].map(([, own]) => invoiceOf(own, newest, fileName));
  });
  return invoices.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = (i: Invoice) => JSON.stringify([i.provider, i.account, i.period, i.number]);

function invoiceOf(lines: readonly InvoiceLine[], newest: Day, fileName: string): Invoice {
  const [first] = lines as [InvoiceLine];
  const refuse = (line: InvoiceLine, sentence: string): never => {
    throw new AppError('invalid', `${fileName}, line ${line.line}: ${sentence}`);
  };
  const strange = lines.find((l) => l.currency !== first.currency);
  if (strange)
    refuse(
      strange,
      `invoice ${first.number} is in ${first.currency} and in ${strange.currency}, which cannot be added. Give each its own number.`,
    );
  const bare = lines.find((l) => (l.category === null) !== (first.category === null));
  if (bare) refuse(bare, `invoice ${first.number} has lines with a charge category and lines without one.`);
  return {
    ...{ provider: first.provider, account: first.account, period: first.period, currency: first.currency },
    number: first.period === newest ? first.number : `${first.number} (${first.period.slice(0, 7)})`,
    amount: sumOf(lines.map((l) => new Big(l.amount))).toFixed(),
    categories: categoriesOf(lines),
    issued: lines.reduce<Day | null>((all, l) => (l.issued && (!all || l.issued > all) ? l.issued : all), null),
    lines: lines.length,
  };
}

function categoriesOf(lines: readonly InvoiceLine[]): ByCategory {
  const said = chargeCategories.map((c) => [c, lines.filter((l) => l.category === c).map((l) => new Big(l.amount))] as const);
  return Object.fromEntries(said.filter(([, amounts]) => amounts.length > 0).map(([c, amounts]) => [c, sumOf(amounts).toFixed()]));
}
