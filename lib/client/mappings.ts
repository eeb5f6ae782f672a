import { queryOptions } from '@tanstack/react-query';
import type { MappingDraft } from '../core/imports/column-mapping';
import type { MappingPreview, MappingView } from '../core/imports/mapping-view';
import { api } from './api';

export const mappingsQuery = () => queryOptions({ queryKey: ['mappings'], queryFn: () => api<MappingView[]>('/api/v1/mappings') });

/** What a draft makes of the first rows; without one, what is saved for the file or guessed. Its name changes nothing of that. */
export const mappingPreviewQuery = (importId: number, draft: MappingDraft | null) => {
  const mapping = draft && { ...draft, name: '' };
  return queryOptions({
    queryKey: ['mapping-preview', importId, mapping],
    queryFn: () =>
      api<MappingPreview>('/api/v1/mappings/preview', { method: 'POST', body: { import: importId, ...(mapping && { mapping }) } }),
  });
};

export const saveMapping = (importId: number, mapping: MappingDraft) =>
  api<MappingView>('/api/v1/mappings', { method: 'POST', body: { import: importId, mapping } });
export const deleteMapping = (id: number) => api<null>(`/api/v1/mappings/${id}`, { method: 'DELETE' });
