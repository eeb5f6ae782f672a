import { hrefOf, type RawAddress, unknownIn } from '@/components/filters/cost-view';
import { AllocationQuery, type OwnerlessPart, readPart } from '@/lib/core/allocation/allocation-query';
import { isDay } from '@/lib/core/time/days';

export const allocationTabs = [
  { key: 'showback', label: 'Showback' },
  { key: 'rules', label: 'Rules' },
  { key: 'shared', label: 'Shared costs' },
  { key: 'tree', label: 'Tree' },
  { key: 'unallocated', label: 'Unallocated' },
  { key: 'statements', label: 'Statements' },
] as const;
export type AllocationTab = (typeof allocationTabs)[number]['key'];

/** What an address of Allocation shows. */
export interface AllocationView extends AllocationQuery {
  tab: AllocationTab;
  /** The currency that is drawn; null is the one with most charges. */
  ccy: string | null;
  month: string | null;
  target: string | null;
  /** What the parts of an account are told apart by, where nobody owns them. */
  part: OwnerlessPart;
  /** The number of the rule that is open. */
  rule: number | null;
  /** The day on which the tree is shown; null is today. */
  'as-of': string | null;
}

const keys = ['tab', 'period', 'from', 'to', 'dimension', 'basis', 'ccy', 'month', 'target', 'part', 'rule', 'as-of'] as const;
const textOf = (value: RawAddress[string]): string | null => (typeof value === 'string' && value !== '' ? value : null);

export function parseAllocationView(raw: RawAddress): AllocationView {
  const query = AllocationQuery.parse({ ...raw, dimension: textOf(raw.dimension) });
  const month = textOf(raw.month);
  const pinned = query.from && query.to;
  return {
    ...query,
    ...(pinned ? {} : { from: undefined, to: undefined }),
    tab: allocationTabs.find((t) => t.key === raw.tab)?.key ?? 'showback',
    ccy: /^[A-Z]{3}$/.test(textOf(raw.ccy) ?? '') ? textOf(raw.ccy) : null,
    month: month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : null,
    target: textOf(raw.target)?.slice(0, 200) ?? null,
    part: readPart(raw.part),
    rule: /^[1-9]\d{0,8}$/.test(textOf(raw.rule) ?? '') ? Number(raw.rule) : null,
    'as-of': isDay(textOf(raw['as-of']) ?? '') ? textOf(raw['as-of']) : null,
  };
}

/** Defaults are left out, so that an address says only what was chosen. */
export function allocationHref(view: AllocationView, path = '/allocation'): string {
  const { tab, period, from, to, dimension, basis, ccy, month, target, part, rule } = view;
  const pinned = Boolean(from && to);
  return hrefOf(path, [
    ['tab', tab !== 'showback' && tab],
    ['period', !pinned && period !== 'mtd' && period],
    ['from', pinned && from],
    ['to', pinned && to],
    ['dimension', dimension],
    ['basis', basis === 'billed' && basis],
    ['ccy', ccy],
    ['month', tab === 'statements' && month],
    ['target', tab === 'statements' && target],
    ['part', tab === 'unallocated' && part !== 'service' && part],
    ['rule', tab === 'rules' && rule !== null && String(rule)],
    ['as-of', tab === 'tree' && view['as-of']],
  ]);
}

/** What of an address was not understood, as it stands there. */
export function allocationNotUnderstood(raw: RawAddress): string[] {
  const view = parseAllocationView(raw);
  const unread = keys.flatMap((key) =>
    [raw[key] ?? []].flat().flatMap((v) => (v === '' || v === String(view[key] ?? '') ? [] : [`${key}=${v}`])),
  );
  return [...unread, ...unknownIn(raw, new Set(keys))];
}
