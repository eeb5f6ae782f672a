import type { Tone } from '@/components/ui/badge';
import type { KeptInvoice, ReconciliationState } from '@/lib/core/invoices/reconcile';
import type { ReconciliationRow } from '@/lib/core/invoices/view';
import { formatSigned } from '@/lib/core/money/format';
import { monthInWords } from '../../_parts/words';

export const stateWords: Record<ReconciliationState, [string, Tone]> = {
  open: ['open', 'warn'],
  explained: ['explained', 'accent'],
  agrees: ['agrees', 'ok'],
  'no-invoice': ['no invoice', 'neutral'],
  'no-charges': ['no charges', 'warn'],
};

/** "2 open, 5 agree": only what there is. */
export function summary(rows: readonly ReconciliationRow[]): string {
  const said: [ReconciliationState, string, string][] = [
    ['open', 'is open', 'are open'],
    ['explained', 'is explained', 'are explained'],
    ['agrees', 'agrees', 'agree'],
    ['no-invoice', 'has no invoice', 'have no invoice'],
    ['no-charges', 'has no charges', 'have no charges'],
  ];
  return said
    .map(([state, one, many]) => [rows.filter((r) => r.state === state).length, one, many] as const)
    .filter(([n]) => n > 0)
    .map(([n, one, many]) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`)
    .join(', ');
}

export const accountWords = ({ account, accountName }: ReconciliationRow): string => accountName ?? (account || 'no account named');
export const titleOf = (r: ReconciliationRow): string => `${r.providerName}, ${monthInWords(r.period)}`;

/** Why there is no difference, or what stands behind the one there is; in a few words. */
export function whyWords(r: ReconciliationRow): string {
  if (r.otherCurrencies.length > 0)
    return `${r.ledger === null ? 'The ledger' : 'The invoice'} is in ${r.otherCurrencies.join(' and ')}: not subtracted`;
  const accepted = r.invoices.find((i) => i.explanation !== null);
  if (r.state === 'explained' && accepted?.explanation) return accepted.explanation;
  if (r.state === 'open' && accepted) return `${acceptedWords(accepted)} was accepted, which it no longer is`;
  return r.parts.length > 0 ? [...new Set(r.parts.map((p) => partWords[p.kind]))].join(', ') : '';
}

/** "+55.50 EUR". */
export const acceptedWords = ({ acceptedDifference, currency }: KeptInvoice): string =>
  acceptedDifference === null ? '–' : `${formatSigned(acceptedDifference, currency).figure} ${currency}`;

export const partWords = { tax: 'Tax', credits: 'Credits', late: 'Billed after the invoice', rounding: 'Rounding' } as const;
