import { queryOptions } from '@tanstack/react-query';
import type { Finding } from '../core/imports/result';
import type { ImportView } from '../core/imports/view';
import type { LoadSummary } from '../core/ledger/load-summary';
import { ApiError, api } from './api';

export interface SourceRow {
  id: number;
  name: string;
  provider: string;
  format: string;
  completeTo: string | null;
  lastLoadAt: string | null;
  loads: string;
  rows: string;
}
export interface SourcesAnswer {
  sources: SourceRow[];
  today: string;
  /** The first month that any load speaks for, and that of today. */
  firstMonth: string | null;
  lastMonth: string;
  months: string[];
  coverage: { sourceId: number; month: string; days: string; charges: string; amounts: { currency: string; amount: string }[] }[];
}

const isMoving = (i: ImportView) => i.status === 'queued' || i.status === 'running';

/** Asked again every second while something is on its way. */
export const importsQuery = () =>
  queryOptions({
    queryKey: ['imports'],
    queryFn: () => api<ImportView[]>('/api/v1/imports'),
    refetchInterval: (query) => (query.state.data?.some(isMoving) ? 1_000 : false),
  });
/** `until` is the last month of the coverage, `2026-11`; left out, it is that of today. */
export const sourcesQuery = (until?: string) =>
  queryOptions({
    queryKey: ['sources', until ?? 'now'],
    queryFn: () => api<SourcesAnswer>(`/api/v1/sources${until ? `?${new URLSearchParams({ until })}` : ''}`),
  });
export const loadsQuery = () => queryOptions({ queryKey: ['loads'], queryFn: () => api<LoadSummary[]>('/api/v1/loads') });

/** What is said now; what was said before stays with the file. Null takes it back. */
export type Choices = Partial<Record<'currency' | 'dateOrder' | 'dataset' | 'format' | 'source', string | null>> & {
  mapping?: number | null;
};
export const inspectImport = (id: number, choices: Choices) =>
  api<Finding>(`/api/v1/imports/${id}/inspect`, { method: 'POST', body: choices });
/** With what the file's card shows; nothing is said anew by confirming it. */
export const startImport = (id: number) => api<{ id: number }>(`/api/v1/imports/${id}/start`, { method: 'POST', body: {} });
export const discardImport = (id: number) => api<null>(`/api/v1/imports/${id}`, { method: 'DELETE' });
export const undoLoad = (id: number) => api<null>(`/api/v1/loads/${id}/undo`, { method: 'POST', body: {} });

/** Sends a file as it is. `XMLHttpRequest`, because `fetch` does not say how much has gone. */
export function uploadFile(file: File, onProgress: (part: number) => void): Promise<{ id: number }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/imports?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (e) => onProgress(e.lengthComputable && e.total ? e.loaded / e.total : 0);
    request.onerror = () => reject(new ApiError(0, `${file.name} could not be sent. Check the connection and try again.`));
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status < 300) resolve(answer as { id: number });
      else reject(new ApiError(request.status, (answer as { detail?: string }).detail ?? `The server answered ${request.status}.`));
    };
    request.send(file);
  });
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};
