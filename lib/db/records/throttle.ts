import { prisma, type Transaction } from '../client';

export interface Attempts {
  key: string;
  failures: number;
  lastFailure: Date;
  lockedUntil: Date | null;
}

/**
 * Reads the attempts of these keys and writes back what `decide` says, with the rows locked: many attempts at the same moment are counted
 * one after the other.
 */
export function updateAttempts<T>(
  keys: readonly string[],
  now: Date,
  decide: (before: Attempts[]) => { after: Attempts[]; result: T },
): Promise<T> {
  return prisma().$transaction(async (tx) => {
    const sorted = [...keys].sort(); // one order, so that two sign-ins cannot wait for each other
    for (const key of sorted)
      await tx.$executeRaw`insert into sign_in_throttle (key, failures, last_failure) values (${key}, 0, ${now}) on conflict (key) do nothing`;
    const before: Attempts[] = [];
    for (const key of sorted) before.push(...(await lockRow(tx, key)));
    const { after, result } = decide(before);
    for (const { key, ...data } of after) await tx.signInThrottle.update({ where: { key }, data });
    return result;
  });
}

const lockRow = (tx: Transaction, key: string) => tx.$queryRaw<Attempts[]>`
  select key, failures, last_failure as "lastFailure", locked_until as "lockedUntil" from sign_in_throttle where key = ${key} for update`;

/** Rows nobody needs any more. */
export const forgetAttempts = async (before: Date): Promise<void> => {
  await prisma().signInThrottle.deleteMany({ where: { lastFailure: { lt: before } } });
};

/** Forgives one account: what was counted for it alone, with any address and with any device. Says whether there was anything. */
export async function forgetAccount(account: string, tx: Transaction = prisma()): Promise<boolean> {
  const { count } = await tx.signInThrottle.deleteMany({
    where: {
      OR: [{ key: `account:${account}` }, { key: { startsWith: `pair:${account}:` } }, { key: { startsWith: `device:${account}:` } }],
    },
  });
  return count > 0;
}
