import { z } from 'zod';
import { grouping, optional, prefix } from '../files/fields';

export const Config = z.object({
  account: optional,
  container: z
    .string()
    .trim()
    .regex(/^(\$root|[a-z0-9](-?[a-z0-9]){2,62})$/, 'is no name of a container: small letters, digits and hyphens'),
  prefix,
  grouping,
});

export const Secret = z
  .object({ sas: optional, accountKey: optional, connectionString: optional })
  .refine(
    (s) => [s.sas, s.accountKey, s.connectionString].filter(Boolean).length === 1,
    'give exactly one: a SAS token, an account key or a connection string',
  );

export type Config = z.infer<typeof Config>;
export type Secret = z.infer<typeof Secret>;
