import { pingDatabase, setupCodeHash } from '../../db/records/installation';
import { anyUser } from '../../db/records/users';

/** Before the first administrator there is nothing to protect and nobody to ask. */
export async function installationState(): Promise<{ hasAdmin: boolean; hasSetupCode: boolean }> {
  const [hasAdmin, code] = await Promise.all([anyUser(), setupCodeHash()]);
  return { hasAdmin, hasSetupCode: code !== null };
}

export async function databaseState(): Promise<'reachable' | 'unreachable'> {
  return pingDatabase().then(
    () => 'reachable',
    () => 'unreachable',
  );
}
