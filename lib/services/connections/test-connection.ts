import { z } from 'zod';
import { ConnectionFailure } from '../../connections/types';
import { type Actor, requirePermission } from '../../core/access/actor';
import type { TestAnswer } from '../../core/connections/view';
import { findConnection } from '../../db/records/connections';
import { allKinds, checked, type Entries, kindOf, opened, outsideOf, withoutSecrets } from './kinds';
import { openedAfter } from './manage-connections';

const LONGEST_MS = 30_000;
const entries = z.record(z.string().max(60), z.unknown());

export const TestInput = z.object({
  kind: z.string().max(30),
  config: entries.default({}),
  secret: entries.default({}),
  /** The connection that these are changes of: what is empty of the secret is taken from there. */
  id: z.number().int().positive().optional(),
});

/** Reaches the other side with what is in a form, before it is kept. Throws `invalid` naming the field. */
export async function testDraft(actor: Actor, input: z.input<typeof TestInput>, kinds = allKinds): Promise<TestAnswer> {
  requirePermission(actor, 'connections:write');
  const { kind: name, id, config, secret } = TestInput.parse(input);
  if (id !== undefined) return testWith(await kindOfRecord(actor, id), await openedAfter(actor, id, { config, secret }, kinds), kinds);
  return testWith(name, checked(kindOf(name, kinds), config, secret), kinds);
}

/** Reaches the other side as a pull would, and brings nothing. */
export async function testConnection(actor: Actor, id: number, kinds = allKinds): Promise<TestAnswer> {
  requirePermission(actor, 'connections:write');
  return testWith(await kindOfRecord(actor, id), await openedAfter(actor, id, {}, kinds), kinds);
}

const kindOfRecord = async (actor: Actor, id: number) => (await findConnection(actor.organizationId, id))?.kind ?? '';

async function testWith(name: string, entered: { config: Entries; secret: Entries }, kinds: typeof allKinds): Promise<TestAnswer> {
  const kind = kindOf(name, kinds);
  const signal = AbortSignal.timeout(LONGEST_MS);
  const tooLong = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new ConnectionFailure(`No answer within ${LONGEST_MS / 1000} seconds.`))),
  );
  try {
    const answer = await Promise.race([kind.test({ ...opened(kind, entered), outside: outsideOf(signal) }), tooLong]);
    return { ok: true, answer: withoutSecrets(answer, entered.secret) };
  } catch (e) {
    if (e instanceof ConnectionFailure) return { ok: false, answer: withoutSecrets(e.message, entered.secret) };
    console.error('testing a connection failed', withoutSecrets(e instanceof Error ? (e.stack ?? e.message) : String(e), entered.secret));
    return { ok: false, answer: 'It failed on our side.' };
  }
}
