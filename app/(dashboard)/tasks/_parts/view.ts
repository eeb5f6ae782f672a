import { hrefOf, type RawAddress, unknownIn } from '@/components/filters/cost-view';
import { TaskQuery } from '@/lib/core/units/task-query';
import { readSort, type Sorting, writeSort } from './sort-types';

export const taskTabs = [
  { key: 'tasks', label: 'Tasks' },
  { key: 'customers', label: 'Customers and features' },
  { key: 'outliers', label: 'Outliers' },
  { key: 'calibration', label: 'Calibration' },
  { key: 'rules', label: 'Rules' },
] as const;
export type TaskTab = (typeof taskTabs)[number]['key'];

/** What an address of Tasks shows. */
export type TaskView = TaskQuery & { tab: TaskTab; sort: Sorting | null };

const known = new Set(['tab', 'period', 'from', 'to', 'ccy', 'basis', 'unit', 'task', 'team', 'by', 'sort', 'show', 'page']);

export function parseTaskView(raw: RawAddress): TaskView {
  const query = TaskQuery.parse({ ...raw, ccy: raw.ccy ?? null, task: raw.task ?? null, team: raw.team ?? null });
  const pinned = query.from && query.to;
  return {
    ...query,
    ...(pinned ? {} : { from: undefined, to: undefined }),
    tab: taskTabs.find((t) => t.key === raw.tab)?.key ?? 'tasks',
    sort: readSort(raw.sort),
  };
}

/** Defaults are left out, so that an address says only what was chosen. */
export function taskHref(view: TaskView): string {
  const { tab, period, from, to, ccy, basis, unit, task, team, by, sort, show, page } = view;
  const pinned = Boolean(from && to);
  return hrefOf('/tasks', [
    ['tab', tab !== 'tasks' && tab],
    ['period', !pinned && period !== 'mtd' && period],
    ['from', pinned && from],
    ['to', pinned && to],
    ['ccy', ccy],
    ['basis', basis === 'list' && basis],
    ['unit', unit !== 'task' && unit],
    ['task', task],
    ['team', team],
    ['by', tab === 'customers' && by !== 'customer' && by],
    ['sort', tab === 'tasks' && sort && writeSort(sort)],
    ['show', tab === 'outliers' && show !== 'all' && show],
    ['page', tab === 'outliers' && page > 1 && String(page)],
  ]);
}

/** What of an address was not understood, as it stands there. */
export function tasksNotUnderstood(raw: RawAddress): string[] {
  const view = parseTaskView(raw);
  const unread = (['tab', 'period', 'from', 'to', 'ccy', 'basis', 'unit', 'task', 'team', 'by', 'sort', 'show', 'page'] as const).flatMap(
    (key) => {
      const read = key === 'sort' ? view.sort && writeSort(view.sort) : view[key];
      return [raw[key] ?? []].flat().flatMap((v) => (v === String(read ?? '') ? [] : [`${key}=${v}`]));
    },
  );
  return [...unread, ...unknownIn(raw, known)];
}
