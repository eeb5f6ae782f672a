export const methods = { proportional: 'in proportion', even: 'evenly', fixed: 'by fixed shares' } as const;
export type Method = keyof typeof methods;

export const drivers = {
  cost: 'direct cost',
  tokens: 'tokens',
  charges: 'number of charges',
  requests: 'requests in the gateway log',
  events: 'usage events',
} as const;
export type Driver = keyof typeof drivers;

/** Drivers that come from events, which name a team and a feature and no other dimension. */
export const eventDrivers: readonly Driver[] = ['requests', 'events'];
