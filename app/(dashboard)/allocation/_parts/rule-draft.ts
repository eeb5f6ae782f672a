import type { AllocationRule, Condition } from '@/lib/core/allocation/types';

export const emptyRule = (): AllocationRule => ({
  ...{ name: null, value: '', from: null, map: {}, since: null, until: null },
  when: [{ field: 'SubAccountName', op: 'prefix', values: [] }],
});

export const emptyCondition = (): Condition => ({ field: 'x_ServiceName', op: 'equals', values: [] });

/** `teamA = Team A`, one a line. */
export const mapText = (map: Readonly<Record<string, string>>): string =>
  Object.entries(map)
    .map(([from, to]) => `${from} = ${to}`)
    .join('\n');

export const readMap = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const at = line.indexOf('=');
      const [from, to] = at < 0 ? ['', ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      return from && to ? [[from, to]] : [];
    }),
  );

/** The list with the draft in its place, without what is half typed. */
export function withDraft(rules: readonly AllocationRule[], at: number, draft: AllocationRule): AllocationRule[] {
  const clean: AllocationRule = {
    ...draft,
    name: draft.name?.trim() || null,
    value: draft.from === null ? (draft.value ?? '').trim() : null,
    map: draft.from === null ? {} : draft.map,
    when: draft.when.map((c) => ({
      ...c,
      values: c.op === 'empty' || c.op === 'present' ? [] : c.values.map((v) => v.trim()).filter(Boolean),
    })),
  };
  return [...rules.slice(0, at), clean, ...rules.slice(at + 1)];
}

/** A preview can be asked for: every condition and the result say something. */
export const isWhole = (rule: AllocationRule | undefined): boolean =>
  rule !== undefined &&
  (rule.from !== null || Boolean(rule.value)) &&
  rule.when.every((c) => c.field !== '' && c.field !== 'tag:' && (c.op === 'empty' || c.op === 'present' || c.values.length > 0));
