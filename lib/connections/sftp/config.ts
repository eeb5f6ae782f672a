import { z } from 'zod';
import { grouping, optional } from '../files/fields';

export const Config = z.object({
  host: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.:[\]_-]{1,253}$/, 'is no name of a host, such as sftp.example.com'),
  port: z.coerce.number().int().min(1).max(65_535).default(22),
  user: z.string().trim().min(1, 'is missing').max(200),
  folder: z
    .string()
    .trim()
    .max(1_000)
    .refine((text) => !text.split('/').includes('..'), 'must not lead upwards')
    .default(''),
  hostKey: z
    .string()
    .trim()
    .max(1_000)
    .regex(/^((SHA256:)?[A-Za-z0-9+/]{43}=?([\s,]+|$))*$/, 'is no fingerprint of the form SHA256:…')
    .default(''),
  grouping,
});

export const Secret = z
  .object({ password: optional, privateKey: z.string().trim().max(20_000).default(''), passphrase: optional })
  .refine((s) => s.password !== '' || s.privateKey !== '', 'give a password or a private key');

export type Config = z.infer<typeof Config>;
export type Secret = z.infer<typeof Secret>;
