import { randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// argon2id is the library's default algorithm; memory and passes as OWASP recommends.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

let decoy: Promise<string> | undefined;

/** Not the hash of any password: an account whose password was taken away until somebody sets a new one. */
export const noPassword = 'none';

/** Without a stored hash it compares with a decoy, so an unknown address takes as long as a known one. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomUUID());
  const known = stored === noPassword ? null : stored;
  const same = await verify(known ?? (await decoy), password.normalize('NFKC')).catch(() => false);
  return same && known !== null;
}
