import type { TreePlan } from '../core/allocation/tree-plan';
import type { AllocationRule } from '../core/allocation/types';
import { api } from './api';

/** The whole list of a dimension's rules, in their order; the past is allocated by it too. */
export const putRules = (dimension: { key: string; title: string }, rules: readonly AllocationRule[]) =>
  api<{ outcome: 'saved' | 'unchanged'; changed: number }>('/api/v1/allocation/rules', {
    method: 'PUT',
    body: { key: dimension.key, title: dimension.title, rules },
  });

/** Shared costs, tree or tag synonyms: what is given replaces what there was. */
export const putShared = (body: { pools?: unknown; tree?: unknown; synonyms?: unknown }) =>
  api<{ outcome: 'saved' | 'unchanged'; changed: number }>('/api/v1/allocation/shared', { method: 'PUT', body });

/** "Saved. 120 groups of charges have another owner". */
export const savedWords = ({ outcome, changed }: { outcome: 'saved' | 'unchanged'; changed: number }): string =>
  outcome === 'unchanged'
    ? 'Nothing to change'
    : changed === 0
      ? 'Saved. No charge has another owner'
      : `Saved. ${changed.toLocaleString('en')} groups of charges have another owner, past ones too`;

/** A tree as CSV: name, parent, kind, from, to. It replaces the one there was. */
export const postTree = (file: { name: string; text: string }) =>
  api<{ outcome: 'saved' | 'unchanged'; changed: number }>('/api/v1/allocation/tree', { method: 'POST', body: file });

/** What such a file would add, change and take away; nothing is saved. */
export const planTree = (file: { name: string; text: string }) =>
  api<TreePlan>('/api/v1/allocation/tree', { method: 'POST', body: { ...file, dryRun: true } });
