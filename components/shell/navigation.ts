import type { IconName } from './icon';

export interface Destination {
  href: string;
  label: string;
  icon: IconName;
  /** The key after `g`. */
  key: string;
  /** Highlighted below this path too. */
  section?: string;
}

/** The menu, the keyboard and its help read from here, so none of them can promise a page that is not there. */
export const groups: readonly { label: string; items: readonly Destination[] }[] = [
  {
    label: 'See',
    items: [
      { href: '/', label: 'Overview', icon: 'overview', key: 'o' },
      { href: '/costs', label: 'Costs', icon: 'costs', key: 'c', section: '/costs' },
      { href: '/models', label: 'Models & tokens', icon: 'models', key: 'm', section: '/models' },
      { href: '/tasks', label: 'Tasks', icon: 'tasks', key: 't', section: '/tasks' },
      { href: '/dashboards', label: 'Dashboards', icon: 'dashboards', key: 'h', section: '/dashboards' },
    ],
  },
  {
    label: 'Plan',
    items: [
      { href: '/what-if', label: 'What-if', icon: 'whatIf', key: 'w', section: '/what-if' },
      { href: '/budgets', label: 'Budgets', icon: 'budgets', key: 'b', section: '/budgets' },
      { href: '/agreements', label: 'Agreements', icon: 'agreements', key: 'a', section: '/agreements' },
      { href: '/alerts', label: 'Alerts', icon: 'alerts', key: 'l', section: '/alerts' },
    ],
  },
  {
    label: 'Data',
    items: [
      { href: '/sources', label: 'Sources', icon: 'sources', key: 's', section: '/sources' },
      { href: '/allocation', label: 'Allocation', icon: 'allocation', key: 'd', section: '/allocation' },
    ],
  },
  { label: 'Govern', items: [{ href: '/settings/members', label: 'Settings', icon: 'settings', key: 'p', section: '/settings' }] },
];

export const destinations: readonly Destination[] = groups.flatMap((g) => g.items);

export const isHere = (item: Destination, path: string): boolean =>
  item.section ? path === item.section || path.startsWith(`${item.section}/`) : path === item.href;
