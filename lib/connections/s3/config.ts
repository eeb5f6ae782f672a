import { z } from 'zod';
import { grouping, optional, prefix } from '../files/fields';

export const Config = z.object({
  bucket: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/i, 'is no name of a bucket: letters, digits, dots and hyphens, without s3:// and folders'),
  prefix,
  region: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9-]{1,40}$/, 'is no region such as eu-central-1'),
  endpoint: optional,
  grouping,
});

export const Secret = z
  .object({ accessKeyId: optional, secretAccessKey: optional, sessionToken: optional })
  .refine(
    (s) => (s.accessKeyId === '') === (s.secretAccessKey === ''),
    'the access key and its secret belong together: give both or neither',
  );

export type Config = z.infer<typeof Config>;
export type Secret = z.infer<typeof Secret>;
