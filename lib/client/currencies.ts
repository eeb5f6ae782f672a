import { queryOptions } from '@tanstack/react-query';
import type { MonthEffect, RatesResult } from '../core/fx/view';
import { api } from './api';

/** What a view can be told in; none while no rate is known. */
export const currencyChoicesQuery = queryOptions({
  queryKey: ['currency-choices'],
  queryFn: () => api<{ reporting: string | null; choices: string[] }>('/api/v1/fx/choices'),
  networkMode: 'always',
  staleTime: 60_000,
});

export interface AgreedBody {
  base: string;
  quote: string;
  month: string;
  rate: string;
  preview: boolean;
}

export const importRates = (fileName: string, text: string, preview: boolean) =>
  api<RatesResult>('/api/v1/fx/rates', { method: 'POST', body: { fileName, text, preview } });
export const agreeRate = (body: AgreedBody) =>
  api<{ saved: boolean; effects: MonthEffect[] }>('/api/v1/fx/rates/agreed', { method: 'PUT', body });
export const withdrawRate = (body: Omit<AgreedBody, 'rate'>) =>
  api<{ saved: boolean; effects: MonthEffect[] }>('/api/v1/fx/rates/agreed', { method: 'DELETE', body });
export const closeMonth = (month: string) => api<unknown>('/api/v1/fx/closes', { method: 'POST', body: { month } });
export const reopenMonth = (month: string) => api<null>(`/api/v1/fx/closes/${month}`, { method: 'DELETE' });
export const setReportingCurrency = (currency: string | null) =>
  api<{ currency: string | null }>('/api/v1/fx/reporting-currency', { method: 'PUT', body: { currency } });
