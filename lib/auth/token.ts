import { createHash } from 'node:crypto';
import type { Actor } from '../core/access/actor';
import { findToken, touchToken } from '../db/records/tokens';

/** For how long a token that was found good is not looked up again: a withdrawn one works that much longer. */
const TRUSTED_MS = 5_000;
const known = new Map<string, { actor: Actor | null; until: number }>();

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Who a token acts for; null for one that is unknown, expired or withdrawn. */
export async function actorOfToken(token: string, now: Date): Promise<Actor | null> {
  const hash = hashOfToken(token);
  const before = known.get(hash);
  if (before && before.until > now.getTime()) return before.actor;
  const found = token.startsWith('hr_') && token.length < 100 ? await findToken(hash, now) : null;
  const actor: Actor | null = found && {
    organizationId: found.organizationId,
    organizationName: found.organizationName,
    userId: null,
    name: `Token ${found.name}`,
    email: null,
    role: found.role,
  };
  if (known.size > 10_000) known.clear();
  known.set(hash, { actor, until: now.getTime() + TRUSTED_MS });
  if (found) await touchToken(found.id, now);
  return actor;
}
