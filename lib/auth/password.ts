import { randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// argon2id is the library's default algorithm; memory and passes as OWASP recommends.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

let decoy: Promise<string> | undefined;

/** Without a stored hash it compares with a decoy, so an unknown address takes as long as a known one. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomUUID());
  const against = stored ?? (await decoy);
  const same = await verify(against, password.normalize('NFKC')).catch(() => false);
  return same && stored !== null;
}
