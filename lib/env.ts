import path from 'node:path';
import { z } from 'zod';

const Env = z.object({
  DATABASE_URL: z.string().min(1, 'DATABASE_URL is not set: start Headroom with `npm run up`, or name your own PostgreSQL'),
  HEADROOM_HOME: z.string().default('.headroom'),
  HEADROOM_SETUP_CODE: z.string().min(8).optional(),
  /** How many proxies of our own stand before us; each adds one entry to X-Forwarded-For. */
  HEADROOM_TRUSTED_PROXY: z
    .string()
    .regex(/^(off|[0-9])$/, 'HEADROOM_TRUSTED_PROXY is off or the number of proxies before Headroom, 1 to 9')
    .default('off')
    .transform((hops) => (hops === 'off' ? 0 : Number(hops))),
  HEADROOM_WORKER: z.enum(['inside', 'off']).default('inside'),
  HEADROOM_MAX_UPLOAD_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(50 * 1024 ** 3),
  HEADROOM_IMPORT_MEMORY: z
    .string()
    .regex(/^\d+(MB|GB)$/)
    .default('1GB'),
  /** What the columnar copies of the explorer may use; more goes to disk. */
  HEADROOM_EXPLORER_MEMORY: z
    .string()
    .regex(/^\d+(MB|GB)$/)
    .default('512MB'),
  /** How long a question of the explorer waits, in milliseconds, for a copy that is being brought up to date; most loads take less. */
  HEADROOM_EXPLORER_PATIENCE_MS: z.coerce.number().int().min(0).max(60_000).default(1_500),
  /** How many days single events are kept; 0 is for ever. Hours and tasks stay. */
  HEADROOM_EVENT_DAYS: z.coerce
    .number()
    .int()
    .refine((days) => days === 0 || days >= 62, 'HEADROOM_EVENT_DAYS is 0 or at least 62')
    .default(0),
  /** Folders of this machine that connections may watch. */
  HEADROOM_WATCH_FOLDERS: z
    .string()
    .default('')
    .transform((folders) => folders.split(':').filter(Boolean))
    .refine((folders) => folders.every((f) => path.isAbsolute(f)), 'HEADROOM_WATCH_FOLDERS is absolute folders with colons between them'),
  /** Whether webhooks and connections may reach private and local networks. */
  HEADROOM_ALLOW_PRIVATE_TARGETS: z
    .enum(['true', 'false'])
    .default('false')
    .transform((v) => v === 'true'),
  /** Whether connections without a key may use the role of this machine. */
  HEADROOM_OWN_CREDENTIALS: z
    .enum(['true', 'false'])
    .default('false')
    .transform((v) => v === 'true'),
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  NEXTAUTH_URL: z.url().optional(),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
});

export type Env = Omit<z.infer<typeof Env>, 'HEADROOM_HOME'> & { HEADROOM_HOME: string };

let parsed: Env | undefined;

/** The environment, parsed at first use so that `next build` needs none of it. Throws with the name of the variable that is wrong. */
export function env(): Env {
  if (!parsed) {
    const result = Env.safeParse(process.env);
    if (!result.success) throw new Error(result.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '));
    parsed = { ...result.data, HEADROOM_HOME: path.resolve(result.data.HEADROOM_HOME) };
  }
  return parsed;
}
