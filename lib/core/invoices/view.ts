import type { ReconciliationLine } from './reconcile';

export interface ReconciliationRow extends ReconciliationLine {
  providerName: string;
}

/** What came of a file of invoices. */
export interface InvoicesResult {
  file: string;
  kind: 'focus' | 'plain';
  outcome: 'imported' | 'unchanged';
  invoices: number;
  added: number;
  changed: number;
  /** Of an Invoice Detail: withdrawn by their issuer and taken away here, and not issued yet and left out. */
  voided: number;
  open: number;
}
