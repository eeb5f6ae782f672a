import Big from 'big.js';
import type { ReconciliationLine } from '../../lib/core/invoices/reconcile';
import { addMonths, type Day, monthStart } from '../../lib/core/time/days';
import { csvText } from './csv';

const columns = ['provider', 'account', 'invoice number', 'period', 'currency', 'amount', 'category', 'issued'] as const;

/** Seats that Azure invoices and its export does not tell: what the reconciliation is there to find. */
const unexported = { provider: 'azure', currency: 'EUR', amount: '240' };

/**
 * What the issuers ask for the last three closed months, to the cent, as their invoices would say it. One says more than its bill, and the newest of Google
 * has not arrived.
 */
export function invoicesCsv(lines: readonly ReconciliationLine[], today: Day): string {
  const [last, first] = [addMonths(monthStart(today), -1), addMonths(monthStart(today), -3)];
  const rows = lines
    .filter((l) => l.ledger !== null && l.period >= first && l.period <= last && !(l.period === last && l.provider === 'gcp'))
    .map((l) => {
      const isMore = l.period === addMonths(last, -1) && l.provider === unexported.provider && l.currency === unexported.currency;
      const amount = new Big(l.ledger ?? 0).plus(isMore ? unexported.amount : 0);
      return {
        provider: l.provider,
        account: l.account,
        'invoice number': `${l.provider.toUpperCase()}-${l.period.slice(0, 7)}-${l.account.slice(-4) || 'MAIN'}`,
        period: l.period.slice(0, 7),
        currency: l.currency,
        amount: amount.toFixed(2, Big.roundHalfEven),
        issued: `${addMonths(l.period, 1).slice(0, 7)}-03`,
      };
    });
  return csvText(columns, rows);
}
