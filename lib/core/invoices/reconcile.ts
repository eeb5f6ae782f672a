import Big from 'big.js';
import { sumOf } from '../money/round';
import type { Day } from '../time/days';
import { addCategories, type Explanation, explain } from './explain';
import { chargeCategories, type Invoice } from './invoice';

/** What the ledger says of an account's month by charge category. */
export interface LedgerSum {
  provider: string;
  /** Empty where the bill names none. */
  account: string;
  accountName: string | null;
  period: Day;
  currency: string;
  category: string | null;
  amount: string;
}

export interface KeptInvoice extends Invoice {
  id: number;
  /** `typed`, or the file it came from. */
  origin: string;
  explanation: string | null;
  acceptedBy: string | null;
  acceptedAt: string | null;
  /** The difference that was accepted; another one is open again. */
  acceptedDifference: string | null;
  createdBy: string;
}

export const states = ['open', 'explained', 'agrees', 'no-invoice', 'no-charges'] as const;
export type ReconciliationState = (typeof states)[number];

export interface CategoryLine {
  category: string;
  ledger: string | null;
  invoice: string | null;
  difference: string | null;
}

export interface ReconciliationLine extends Omit<Explanation, 'difference' | 'unexplained'> {
  key: string;
  provider: string;
  account: string;
  accountName: string | null;
  period: Day;
  currency: string;
  ledger: string | null;
  invoice: string | null;
  /** Invoice − ledger; null unless both are there in this currency. */
  difference: string | null;
  unexplained: string | null;
  state: ReconciliationState;
  /** In which currencies the other side is, where it is not in this one. They are never subtracted. */
  otherCurrencies: string[];
  categories: CategoryLine[];
  invoices: KeptInvoice[];
}

export const lineKey = (of: { provider: string; account: string; period: Day; currency: string }): string =>
  [of.provider, of.account, of.period.slice(0, 7), of.currency].map(encodeURIComponent).join('~');

/** Ledger against invoices, one line for each issuer, account, month and currency: the newest month first, what is open first in it. */
export function reconcile(
  ledger: readonly LedgerSum[],
  invoices: readonly KeptInvoice[],
  late: ReadonlyMap<string, string> = new Map(),
): ReconciliationLine[] {
  const keys = new Map([...ledger, ...invoices].map((x) => [lineKey(x), x]));
  const lines = [...keys].map(([key, { provider, account, period, currency }]) => {
    const isOwn = (x: { provider: string; account: string; period: Day }) =>
      x.provider === provider && x.account === account && x.period === period;
    const ours = ledger.filter((l) => lineKey(l) === key);
    const theirs = invoices.filter((i) => lineKey(i) === key);
    const other = ours.length === 0 ? ledger.filter(isOwn) : theirs.length === 0 ? invoices.filter(isOwn) : [];
    return {
      ...{ key, provider, account, period, currency },
      accountName: ledger.find((l) => isOwn(l) && l.accountName)?.accountName ?? null,
      otherCurrencies: [...new Set(other.map((o) => o.currency))].filter((c) => c !== currency).sort(),
      ...compare(ours, theirs, currency, late.get(key) ?? null),
    };
  });
  for (const line of lines) if (line.otherCurrencies.length > 0) line.state = 'open';
  const order = (l: ReconciliationLine) => `${states.indexOf(l.state)}${l.key}`;
  return lines.sort((a, b) => (a.period === b.period ? (order(a) < order(b) ? -1 : 1) : a.period < b.period ? 1 : -1));
}

function compare(ours: readonly LedgerSum[], theirs: readonly KeptInvoice[], currency: string, late: string | null) {
  const ledger = ours.length ? sumOf(ours.map((l) => new Big(l.amount))).toFixed() : null;
  const invoice = theirs.length ? sumOf(theirs.map((i) => new Big(i.amount))).toFixed() : null;
  const byCategory: Record<string, string> = {};
  for (const { category, amount } of ours)
    byCategory[category ?? 'Usage'] = new Big(byCategory[category ?? 'Usage'] ?? 0).plus(amount).toFixed();
  const said = addCategories(theirs.map((i) => i.categories));
  const categories = categoryLines(byCategory, said, ledger !== null);
  const common = { ledger, invoice, categories, invoices: [...theirs] };
  if (ledger === null || invoice === null) {
    const state: ReconciliationState = invoice === null ? 'no-invoice' : 'no-charges';
    return { ...common, difference: null, parts: [], unexplained: null, state };
  }
  const lines = theirs.reduce((n, i) => n + i.lines, 0);
  const found = explain({ currency, ledger: byCategory, invoice, categories: said, lines, late });
  return { ...common, ...found, state: stateOf(found, theirs) };
}

function stateOf({ difference, parts, unexplained }: Explanation, invoices: readonly KeptInvoice[]): ReconciliationState {
  if (parts.every((p) => p.kind === 'rounding') && new Big(unexplained).eq(0)) return 'agrees';
  const isAccepted = invoices.some((i) => i.acceptedDifference !== null && new Big(i.acceptedDifference).eq(difference));
  return isAccepted || new Big(unexplained).eq(0) ? 'explained' : 'open';
}

function categoryLines(
  ledger: Record<string, string>,
  invoice: Partial<Record<string, string>> | null,
  hasLedger: boolean,
): CategoryLine[] {
  const names = [...new Set([...chargeCategories, ...Object.keys(ledger)])].filter(
    (c) => ledger[c] !== undefined || invoice?.[c] !== undefined,
  );
  return names.map((category) => {
    const ours = hasLedger ? (ledger[category] ?? '0') : null;
    const theirs = invoice ? (invoice[category] ?? '0') : null;
    return {
      category,
      ledger: ours,
      invoice: theirs,
      difference: ours !== null && theirs !== null ? new Big(theirs).minus(ours).toFixed() : null,
    };
  });
}

/** Lines whose difference may come from what was billed late: an issued invoice, and something still unexplained. */
export const mayBeLate = (lines: readonly ReconciliationLine[]): { line: ReconciliationLine; issued: Day }[] =>
  lines.flatMap((line) => {
    const days = line.invoices.map((i) => i.issued);
    const issued = days.every((d) => d !== null) ? days.sort().at(-1) : null;
    return issued && line.unexplained !== null && !new Big(line.unexplained).eq(0) ? [{ line, issued }] : [];
  });
