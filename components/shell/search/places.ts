import { bestNamed } from '@/lib/core/search/found';
import { destinations } from '../navigation';

const within = (page: string, path: string, tabs: Readonly<Record<string, string>>) =>
  Object.entries(tabs).map(([at, name]) => ({ name: `${page}: ${name}`, href: `${path}${at}` }));

/** Every page and tab by the name it has on screen. */
const places: readonly { name: string; href: string }[] = [
  ...destinations.map(({ label, href }) => ({ name: label, href })),
  ...within('Costs', '/costs', { '?tab=charges': 'Charges' }),
  ...within('Models & tokens', '/models?tab=', { prices: 'Prices', unattributed: 'Unattributed', unpriced: 'Unpriced', meters: 'Meters' }),
  ...within('Tasks', '/tasks?tab=', {
    customers: 'Customers and features',
    outliers: 'Outliers',
    calibration: 'Calibration',
    rules: 'Rules',
  }),
  ...within('What-if', '/what-if?tab=', { bridge: 'What changed', saved: 'Saved' }),
  ...within('Alerts', '/alerts?tab=', { anomalies: 'Anomalies', rules: 'Rules', channels: 'Channels', deliveries: 'Deliveries' }),
  ...within('Sources', '/sources', {
    '/connections': 'Connections',
    '?tab=usage': 'Usage events',
    '?tab=coverage': 'Coverage',
    '/reconciliation': 'Reconciliation',
    '?tab=history': 'History',
  }),
  ...within('Allocation', '/allocation?tab=', {
    rules: 'Rules',
    shared: 'Shared costs',
    tree: 'Tree',
    unallocated: 'Unallocated',
    statements: 'Statements',
  }),
  ...within('Settings', '/settings/', {
    account: 'Your account, password',
    organization: 'Organisation',
    currencies: 'Currencies, exchange rates',
    tokens: 'API tokens',
    'share-links': 'Share links',
    audit: 'Audit log',
  }),
  { name: 'New budget', href: '/budgets/new' },
  { name: 'New connection', href: '/sources/connections/new' },
];

export const findPlaces = (typed: string) =>
  typed.trim() ? bestNamed(places, typed, 6) : destinations.map((d) => ({ name: d.label, href: d.href }));
