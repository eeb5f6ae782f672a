export const roles = ['viewer', 'analyst', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Each permission with the least role that has it; higher roles have all of the lower ones. */
export const permissions = {
  'costs:read': 'viewer',
  'views:write': 'analyst',
  'views:curate': 'editor',
  'share-links:write': 'admin',
  'sources:read': 'viewer',
  'imports:write': 'editor',
  'connections:write': 'admin',
  'invoices:write': 'editor',
  'events:read': 'viewer',
  'events:write': 'analyst',
  'tasks:write': 'editor',
  'scenarios:write': 'analyst',
  'policy:write': 'editor',
  'prices:write': 'editor',
  'meters:write': 'editor',
  'currencies:write': 'editor',
  'agreements:read': 'viewer',
  'agreements:write': 'editor',
  'allocation:read': 'viewer',
  'allocation:write': 'editor',
  'budgets:read': 'viewer',
  'budgets:write': 'editor',
  'alerts:read': 'viewer',
  'alerts:write': 'analyst',
  'rules:write': 'editor',
  'channels:write': 'admin',
  'tokens:write': 'admin',
  'members:read': 'viewer',
  'members:write': 'admin',
  'audit:read': 'admin',
  'organization:write': 'admin',
} as const satisfies Record<string, Role>;
export type Permission = keyof typeof permissions;

export const can = (role: Role, permission: Permission): boolean => roles.indexOf(role) >= roles.indexOf(permissions[permission]);
