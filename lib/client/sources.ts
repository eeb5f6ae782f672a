import { queryOptions } from '@tanstack/react-query';
import type { Finding, ImportResult } from '../core/imports/result';
import { ApiError, api } from './api';

export interface ImportRow {
  id: number;
  fileName: string;
  bytes: number;
  status: 'uploaded' | 'queued' | 'running' | 'done' | 'refused' | 'interrupted';
  phase: string | null;
  /** Rows done in this phase, and of how many, where it is known. */
  progress: { done: number; total: number } | null;
  reason: string | null;
  finding: Finding | null;
  result: ImportResult | null;
  createdByName: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  hasRejects: boolean;
}
export interface LoadRow {
  id: number;
  source: string;
  provider: string;
  format: string;
  dataset: string;
  account: string | null;
  accountName: string | null;
  billingPeriod: string;
  from: string;
  to: string;
  rows: string;
  totals: { currency: string | null; billed: string | null; effective: string | null }[];
  importId: number;
  fileName: string;
  state: 'active' | 'partly' | 'superseded' | 'undone' | 'loading';
  activatedAt: string | null;
}
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
  months: string[];
  coverage: { sourceId: number; month: string; days: string; charges: string; amounts: { currency: string; amount: string }[] }[];
}

const isMoving = (i: ImportRow) => i.status === 'queued' || i.status === 'running';

/** Asked again every second while something is on its way. */
export const importsQuery = () =>
  queryOptions({
    queryKey: ['imports'],
    queryFn: () => api<ImportRow[]>('/api/v1/imports'),
    refetchInterval: (query) => (query.state.data?.some(isMoving) ? 1_000 : false),
  });
export const sourcesQuery = () => queryOptions({ queryKey: ['sources'], queryFn: () => api<SourcesAnswer>('/api/v1/sources') });
export const loadsQuery = () => queryOptions({ queryKey: ['loads'], queryFn: () => api<LoadRow[]>('/api/v1/loads') });

export type Choices = Partial<Record<'currency' | 'dateOrder' | 'dataset' | 'format' | 'source', string>>;
export const inspectImport = (id: number, choices: Choices) =>
  api<Finding>(`/api/v1/imports/${id}/inspect`, { method: 'POST', body: choices });
export const startImport = (id: number, choices: Choices) =>
  api<{ id: number }>(`/api/v1/imports/${id}/start`, { method: 'POST', body: choices });
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
