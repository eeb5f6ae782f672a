import type { Permission, Role } from '@/lib/core/access/permissions';

export const roleWords: Record<Role, string> = {
  viewer: 'Reads, exports and prints.',
  analyst: 'Reads, and looks after alerts.',
  editor: 'Works with figures: imports bills and takes them back.',
  admin: 'Everything, including people.',
};

/** A new permission does not compile without its words. */
export const permissionWords: Record<Permission, string> = {
  'costs:read': 'Read and export costs',
  'views:write': 'Save views and build dashboards',
  'views:curate': 'Change shared views and dashboards of others',
  'share-links:write': 'Make and withdraw links for people without an account',
  'sources:read': 'See sources and imports',
  'imports:write': 'Import bills and take imports back',
  'connections:write': 'Set up, change and pull connections',
  'events:read': 'See tasks, models and usage',
  'events:write': 'Load and push usage events',
  'tasks:write': 'Change task rules, targets and owners',
  'scenarios:write': 'Save what-if scenarios',
  'policy:write': 'Change what vendors, models and regions are approved',
  'prices:write': 'Change prices',
  'meters:write': 'Teach what meters mean',
  'invoices:write': 'Add invoices and accept differences',
  'currencies:write': 'Change exchange rates and the reporting currency, close months',
  'agreements:read': 'See agreements and statements',
  'agreements:write': 'Change agreements, upload series, post statements',
  'allocation:read': 'See who costs belong to, and statements',
  'allocation:write': 'Change allocation rules, shared costs and the tree, close months',
  'budgets:read': 'See budgets',
  'budgets:write': 'Change budgets',
  'alerts:read': 'See alerts and rules',
  'alerts:write': 'Acknowledge, assign and resolve alerts',
  'rules:write': 'Change alert rules',
  'channels:write': 'Say where alerts go',
  'tokens:write': 'Make and withdraw API tokens',
  'members:read': 'See who is a member',
  'members:write': 'Invite, change roles, remove members',
  'audit:read': 'Read the audit log',
  'organization:write': 'Change the organisation',
};
