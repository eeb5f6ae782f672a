import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { prisma } from '../db/client';
import { insertMember } from '../db/records/members';
import { hasEnded } from '../db/records/sessions';
import { insertUser } from '../db/records/users';
import { makeOrganization } from '../runtime/test-database';
import { unlockAccount } from '../services/operator/accounts';
import { endThisSession } from './end-session';
import { hashPassword } from './password';
import { newClaims, sessionOf } from './session';
import { accountKey, signIn } from './sign-in';

const password = 'tidal-lantern-orchard-42';
const refused = /^E-mail or password is not right\./;

async function makeUser() {
  const email = `${randomUUID().slice(0, 8)}@example.org`;
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => insertUser(tx, { name: 'Ada', email, passwordHash }));
}

/** An address that no other test has. */
const anAddress = () => `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}::1`;

const guess = (email: string, address: string | null, device?: string) =>
  signIn({ email, password: 'wrong', address, device }).then(
    () => 'signed in',
    (e: Error) => e.message,
  );

/** As if somebody had waited out every pause; locks stay. */
const skipPauses = () => prisma().$executeRaw`update sign_in_throttle set last_failure = last_failure - interval '2 minutes'`;

async function guessUntilLocked(email: string, address: string): Promise<void> {
  for (let n = 0; n < 10; n++) {
    await guess(email, address);
    await skipPauses();
  }
}

test('a stranger who guesses is locked out, and the owner comes in from elsewhere', async () => {
  const { email } = await makeUser();
  const stranger = anAddress();
  await guessUntilLocked(email, stranger);
  await expect(signIn({ email, password, address: stranger })).rejects.toThrow(/^Too many attempts\. Try again in 1\d minutes\.$/);
  expect((await signIn({ email, password, address: anAddress() })).email).toBe(email);
});

test('a device that was signed in before comes in, even from the address of the one who guesses', async () => {
  const { email } = await makeUser();
  const shared = anAddress();
  await guessUntilLocked(email, shared);
  expect((await signIn({ email, password, address: shared, device: 'known' })).email).toBe(email);
  for (let n = 0; n < 10; n++) {
    await guess(email, shared, 'stolen');
    await skipPauses();
  }
  await expect(signIn({ email, password, address: shared, device: 'stolen' })).rejects.toThrow('Too many attempts');
  expect((await signIn({ email, password, address: shared, device: 'known' })).email).toBe(email);
});

test('guesses from many addresses slow one account down, and never for longer than half a minute', async () => {
  const { email } = await makeUser();
  for (let n = 0; n < 21; n++) expect(await guess(email, anAddress())).toMatch(refused);
  expect(await guess(email, anAddress())).toMatch(/^Too many attempts\. Try again in [12] seconds?\.$/);
  for (let n = 0; n < 15; n++) {
    await skipPauses();
    await guess(email, anAddress());
  }
  expect(await guess(email, anAddress())).toMatch(/^Too many attempts\. Try again in (30|[12]\d) seconds\.$/);
  await skipPauses();
  expect((await signIn({ email, password, address: anAddress() })).email).toBe(email);
});

test('one address that tries many accounts is slowed down, and an account of its own buys it nothing', async () => {
  const own = await makeUser();
  const address = anAddress();
  for (let n = 0; n < 11; n++) expect(await guess(`${randomUUID()}@example.org`, address)).toMatch(refused);
  expect(await guess(`${randomUUID()}@example.org`, address)).toMatch(/^Too many attempts/);
  await skipPauses();
  await signIn({ email: own.email, password, address });
  expect(await guess(`${randomUUID()}@example.org`, address)).toMatch(refused);
  expect(await guess(`${randomUUID()}@example.org`, address)).toMatch(/^Too many attempts/);
});

test('many guesses at the same moment are no more than guesses one after the other', async () => {
  const { email } = await makeUser();
  const address = anAddress();
  const said = await Promise.all(Array.from({ length: 12 }, () => guess(email, address)));
  expect(said.filter((words) => refused.test(words))).toHaveLength(3);
  expect(said.filter((words) => words.startsWith('Too many attempts'))).toHaveLength(9);
});

test('nobody can tell by words whether an account is there', async () => {
  const { email } = await makeUser();
  const [there, notThere] = [anAddress(), anAddress()];
  const words = async (who: string, address: string) => [await guess(who, address), await guess(who, address), await guess(who, address)];
  expect(await words(email, there)).toEqual(await words('nobody\u0000@example.org', notThere));
});

test('the terminal lets an account go at once', async () => {
  const { email } = await makeUser();
  const address = anAddress();
  await guessUntilLocked(email, address);
  expect(await unlockAccount(email)).toBe(true);
  expect((await signIn({ email, password, address })).email).toBe(email);
  expect(await unlockAccount(email)).toBe(true); // the sign-in left its row, with nothing counted
  await expect(unlockAccount('nobody@example.org')).rejects.toThrow('Nobody here has the address nobody@example.org.');
});

test('signing out ends the session and not only its cookie, once, and is written down', async () => {
  const organization = await makeOrganization();
  const user = await makeUser();
  await prisma().$transaction((tx) => insertMember(tx, organization.id, user.id, 'viewer'));
  const signedIn = await signIn({ email: user.email, password, address: null });
  const session = sessionOf(newClaims(signedIn));
  const other = sessionOf(newClaims(signedIn));
  if (!session || !other) throw new Error('no session');
  await endThisSession(session);
  await endThisSession(session);
  expect([await hasEnded(session.id), await hasEnded(other.id)]).toEqual([true, false]);
  const events = await prisma().auditEvent.findMany({ where: { organizationId: organization.id }, orderBy: { id: 'asc' } });
  expect(events.map((e) => [e.actorName, e.action])).toEqual([
    ['Ada', 'session.started'],
    ['Ada', 'session.ended'],
  ]);
});

test('a session is over when it was said to be, and a cookie without an end is none', () => {
  const claims = newClaims({ id: randomUUID(), sessionVersion: 0 });
  expect(sessionOf(claims)?.userId).toBe(claims.sub);
  expect(sessionOf(claims, new Date(Date.now() + 15 * 24 * 3600_000))).toBeNull();
  expect(sessionOf({ sub: claims.sub ?? '', sessionVersion: 0 })).toBeNull();
  expect(sessionOf(null)).toBeNull();
});

test('an account is the same however its address is typed', () => {
  expect(accountKey(' Ada@Example.org')).toBe(accountKey('ada@example.org'));
});
