import type { z } from 'zod';
import { connectionKinds } from '../../connections';
import type { ConnectionKind, Outside } from '../../connections/types';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import type { KindView } from '../../core/connections/view';
import { env } from '../../env';

/** The kinds a service knows. Others are given by tests, which bring a world of their own. */
export type Kinds = readonly ConnectionKind[];
export const allKinds: Kinds = connectionKinds;

/** What can be connected, and what each asks for. */
export function listKinds(actor: Actor, kinds = allKinds): KindView[] {
  requirePermission(actor, 'sources:read');
  return kinds.map(({ kind, title, about, group, fields }) => ({ kind, title, about, group, fields }));
}

/** Throws `invalid` for a kind that is not there. */
export function kindOf(name: string, kinds: Kinds): ConnectionKind {
  const kind = kinds.find((k) => k.kind === name);
  if (!kind) throw new AppError('invalid', `"${name}" is no kind of connection. There are: ${kinds.map((k) => k.kind).join(', ')}.`);
  return kind;
}

export type Entries = Record<string, unknown>;

/** What was entered, once the kind can do something with it. It is kept as it was entered. Throws `invalid` naming the field. */
export function checked(kind: ConnectionKind, config: Entries, secret: Entries): { config: Entries; secret: Entries } {
  const entered = { config: filled(config), secret: filled(secret) };
  for (const [name, isSecret] of [
    ...Object.keys(entered.config).map((n) => [n, false]),
    ...Object.keys(entered.secret).map((n) => [n, true]),
  ] as [string, boolean][])
    if (!kind.fields.some((f) => f.name === name && f.isSecret === isSecret)) {
      const list = kind.fields.filter((f) => f.isSecret === isSecret).map((f) => f.name);
      throw new AppError(
        'invalid',
        `${kind.title} has no ${isSecret ? 'secret' : 'field'} "${name.slice(0, 60)}". It has: ${list.join(', ') || 'none'}.`,
      );
    }
  opened(kind, entered);
  return entered;
}

/** What was entered, as the kind works with it. */
export const opened = (
  kind: ConnectionKind,
  { config, secret }: { config: Entries; secret: Entries },
): { config: unknown; secret: unknown } => ({
  config: parse(kind, kind.config, config),
  secret: parse(kind, kind.secret, secret),
});

/** What was left empty was not said. */
const filled = (entries: Entries): Entries =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => {
      const said = typeof value === 'string' ? value.trim() : value;
      return said === '' || said === null || said === undefined ? [] : [[key, said]];
    }),
  );

function parse(kind: ConnectionKind, schema: z.ZodType, input: Entries): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => {
    const field = String(issue.path[0] ?? '');
    const isMissing = field !== '' && input[field] === undefined;
    return { field, message: isMissing ? 'is missing' : issue.message };
  });
  const [first] = issues;
  const label = kind.fields.find((f) => f.name === first?.field)?.label ?? first?.field;
  throw new AppError(
    'invalid',
    `${kind.title}: ${[label, first?.message ?? 'cannot be read'].filter(Boolean).join(' ')}.`.replace('..', '.'),
    {
      issues,
    },
  );
}

/** What may be used of the world, until the signal ends it. */
export const outsideOf = (signal: AbortSignal): Outside => ({
  now: () => new Date(),
  allowPrivate: env().HEADROOM_ALLOW_PRIVATE_TARGETS,
  watchable: env().HEADROOM_WATCH_FOLDERS,
  ownCredentials: env().HEADROOM_OWN_CREDENTIALS,
  signal,
});

/** No sentence carries a secret further, whoever wrote it. */
export function withoutSecrets(text: string, secret: object): string {
  const words = Object.values(secret).filter((v): v is string => typeof v === 'string' && v.length >= 4);
  return words
    .reduce((all, word) => all.replaceAll(word, '(secret)').replaceAll(encodeURIComponent(word), '(secret)'), text)
    .slice(0, 1_000);
}

/** Fields that say where a secret is sent. */
const PLACE = /^(host|port|server|account|address)|(url|host|endpoint|server)$/i;

/**
 * The secret after a change: as it was where nothing is entered, else what is entered, as a whole. One that was entered for one place is never sent to
 * another by itself: whoever changes the address has to know the secret.
 */
export function secretAfter(
  kind: ConnectionKind,
  before: { config: Entries; secret: Entries },
  after: { config: Entries; secret: Entries },
): Entries {
  const said = filled(after.secret);
  if (Object.keys(said).length > 0) return said;
  const [was, is] = [filled(before.config), filled(after.config)];
  const moved = kind.fields.find((f) => !f.isSecret && PLACE.test(f.name) && String(was[f.name] ?? '') !== String(is[f.name] ?? ''));
  if (!moved || Object.keys(before.secret).length === 0) return before.secret;
  const message = `${moved.label} is another one: enter the secret again. It is sent nowhere else than where it was entered for.`;
  throw new AppError('invalid', message, { issues: [{ field: kind.fields.find((f) => f.isSecret)?.name ?? moved.name, message }] });
}
