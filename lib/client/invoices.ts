import { queryOptions } from '@tanstack/react-query';
import type { ByCategory } from '../core/invoices/invoice';
import type { KeptInvoice } from '../core/invoices/reconcile';
import type { InvoicesResult, ReconciliationRow } from '../core/invoices/view';
import { api } from './api';

export const reconciliationQuery = () =>
  queryOptions({ queryKey: ['reconciliation'], queryFn: () => api<ReconciliationRow[]>('/api/v1/invoices/reconciliation') });

export interface InvoiceBody {
  provider: string;
  account: string;
  number: string;
  period: string;
  currency: string;
  amount: string;
  categories: ByCategory;
  issued: string | null;
}

export const addInvoice = (body: InvoiceBody) => api<KeptInvoice>('/api/v1/invoices', { method: 'POST', body });
export const importInvoices = (fileName: string, text: string) =>
  api<InvoicesResult>('/api/v1/invoices/import', { method: 'POST', body: { fileName, text } });
export const acceptDifference = (id: number, body: { explanation: string; difference: string }) =>
  api<KeptInvoice>(`/api/v1/invoices/${id}/explanation`, { method: 'PUT', body });
export const withdrawExplanation = (id: number) => api<KeptInvoice>(`/api/v1/invoices/${id}/explanation`, { method: 'DELETE' });
export const deleteInvoice = (id: number) => api<null>(`/api/v1/invoices/${id}`, { method: 'DELETE' });
