import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import type { Transaction } from '../../db/client';
import { findMember, type Member } from '../../db/records/members';

/** A member of the actor's own organisation; anybody else's does not exist here. */
export async function requireMember(tx: Transaction, actor: Actor, userId: string): Promise<Member> {
  const member = z.uuid().safeParse(userId).success ? await findMember(tx, actor.organizationId, userId) : null;
  if (!member) throw new AppError('not_found', 'There is no such member.');
  return member;
}
