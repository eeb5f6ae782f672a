import type { AllocationSaved } from '../core/allocation/editions';
import type { TreePlan } from '../core/allocation/tree-plan';
import type { AllocationRule } from '../core/allocation/types';
import type { PlannedChange } from '../core/plan';
import { api } from './api';

interface TextFile {
  name: string;
  text: string;
}

/** The whole list of a dimension's rules, in their order; the past is allocated by it too. `base` is the edition that the list was made from. */
export const putRules = ({ key, title }: { key: string; title: string }, rules: readonly AllocationRule[], base: string) =>
  api<AllocationSaved>('/api/v1/allocation/rules', { method: 'PUT', body: { key, title, rules, base } });

export const deleteDimension = (key: string, base: string) =>
  api(`/api/v1/allocation/dimensions/${key}?${new URLSearchParams({ base })}`, { method: 'DELETE' });

/** Shared costs, tree or tag synonyms: what is given replaces what there was. */
export const putShared = (body: { pools?: unknown; tree?: unknown; synonyms?: unknown; base: Record<string, string> }) =>
  api<AllocationSaved>('/api/v1/allocation/shared', { method: 'PUT', body });

/** "Saved. 120 groups of charges have another owner". */
export function savedWords({ outcome, changed, idlePools }: Pick<AllocationSaved, 'outcome' | 'changed' | 'idlePools'>): string {
  if (outcome === 'unchanged') return 'Nothing to change';
  const groups = `${changed.toLocaleString('en')} groups of charges have another owner, past ones too`;
  const idle = idlePools.length > 0 && `Nothing is shared by ${idlePools.join(', ')}: no rule gives a cost to what is to be split`;
  return ['Saved', changed === 0 ? 'No charge has another owner' : groups, idle].filter(Boolean).join('. ');
}

/** A tree as CSV: name, parent, kind, from, to. It replaces the one there was. */
export const postTree = (body: TextFile & { base: string }) => api<AllocationSaved>('/api/v1/allocation/tree', { method: 'POST', body });

/** What such a file would add, change and take away; nothing is saved. */
export const planTree = (file: TextFile) => api<TreePlan>('/api/v1/allocation/tree', { method: 'POST', body: { ...file, dryRun: true } });

/** The whole allocation as YAML or JSON: it replaces everything there was. */
export const postAllocation = (body: TextFile & { base: string }) =>
  api<PlannedChange[]>('/api/v1/allocation/file', { method: 'POST', body });

/** What such a file would change; nothing is saved. */
export const planAllocation = (file: TextFile) =>
  api<PlannedChange[]>('/api/v1/allocation/file', { method: 'POST', body: { ...file, dryRun: true } });
