import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPassword } from '../../auth/password';
import { signIn } from '../../auth/sign-in';
import type { Actor } from '../../core/access/actor';
import { prisma } from '../../db/client';
import { insertMember } from '../../db/records/members';
import { findUser, insertUser } from '../../db/records/users';
import { actorIn, makeOrganization } from '../../runtime/test-database';
import { getAudit } from '../audit/get-audit';
import { makeResetLink, setPassword } from '../operator/accounts';
import { getOrganizations, makeOrganization as makeFurther } from '../operator/organizations';
import { changeOrganization, getOrganization } from '../organization/organization';
import { acceptAsNewPerson } from './accept-invitation';
import { changePassword, signOutEverywhere } from './change-password';
import { readReset, setPasswordByLink } from './reset-password';

const first = 'tidal-lantern-orchard-42';
const second = 'another harbour in autumn rain';

async function makePerson(): Promise<Actor & { userId: string; email: string }> {
  const organization = await makeOrganization();
  const email = `${randomUUID().slice(0, 8)}@example.org`;
  const passwordHash = await hashPassword(first);
  const user = await prisma().$transaction(async (tx) => {
    const made = await insertUser(tx, { name: 'Ada', email, passwordHash });
    await insertMember(tx, organization.id, made.id, 'admin');
    return made;
  });
  return { ...actorIn(organization, 'admin'), userId: user.id, email, name: 'Ada' };
}

const versionOf = async (id: string) => (await findUser(id))?.sessionVersion;
const actionsIn = async (actor: Actor) => (await getAudit(actor, { before: null })).rows.map((e) => e.action);
const comesIn = (email: string, password: string) => signIn({ email, password, address: null }).then(() => true);

test('a password changes for those who know it, and ends every other session', async () => {
  const ada = await makePerson();
  await expect(changePassword(ada, { current: 'not it at all', password: second })).rejects.toMatchObject({
    code: 'invalid',
    details: { issues: [{ field: 'current' }] },
  });
  expect(await versionOf(ada.userId)).toBe(0);
  expect(await changePassword(ada, { current: first, password: second })).toEqual({ id: ada.userId, sessionVersion: 1 });
  expect(await comesIn(ada.email, second)).toBe(true);
  await expect(comesIn(ada.email, first)).rejects.toThrow('E-mail or password is not right.');
  expect(await actionsIn(ada)).toEqual(['session.started', 'password.changed']);
});

test.each([
  ['short', 'At least 12 characters'],
  ['aaaaaaaaaaaaaa', 'This repeats a few characters. Choose several unrelated words.'],
  ['Password1234!', 'This is one of the most common passwords with little added. Choose several unrelated words.'],
  [first, 'This is the password you have. Choose another one.'],
])('%s is refused as a new password', async (password, words) => {
  const ada = await makePerson();
  await expect(changePassword(ada, { current: first, password })).rejects.toThrow(words);
  expect(await comesIn(ada.email, first)).toBe(true);
});

test('an open session is no place to guess the password', async () => {
  const ada = await makePerson();
  const guess = () =>
    changePassword(ada, { current: 'wrong', password: second }).then(
      () => 'changed',
      (e: Error) => e.message,
    );
  const said = await Promise.all(Array.from({ length: 8 }, guess));
  expect(said.filter((words) => words.startsWith('Too many attempts'))).toHaveLength(5);
  await expect(changePassword(actorIn(await makeOrganization()), { current: first, password: second })).rejects.toThrow(
    'Sign in to continue.',
  );
});

test('signing out everywhere raises the generation of sessions', async () => {
  const ada = await makePerson();
  await signOutEverywhere(ada);
  expect(await versionOf(ada.userId)).toBe(1);
  expect(await actionsIn(ada)).toEqual(['sessions.ended']);
});

test('a link from the terminal sets one new password, once', async () => {
  const ada = await makePerson();
  const old = (await makeResetLink(ada.email)).link.split('/').at(-1) ?? '';
  const { link } = await makeResetLink(ada.email.toUpperCase());
  const token = link.split('/').at(-1) ?? '';
  expect([await versionOf(ada.userId), await readReset(old)]).toEqual([2, null]);
  await expect(comesIn(ada.email, first)).rejects.toThrow('E-mail or password is not right.');
  expect(await readReset(token)).toEqual({ state: 'open', email: ada.email });

  const give = (password: string) => setPasswordByLink(token, async () => ({ password }));
  await expect(give(ada.email.padEnd(12, '1'))).rejects.toThrow('This is made of your e-mail address.');
  expect(await Promise.all([give(second), give(second)].map((p) => p.then((r) => r.email).catch((e: Error) => e.message)))).toEqual(
    expect.arrayContaining([ada.email, 'This link has been used already. It works once; ask for a new one.']),
  );
  expect((await readReset(token))?.state).toBe('used');
  expect(await comesIn(ada.email, second)).toBe(true);
  expect(await actionsIn(ada)).toEqual(['session.started', 'password.reset', 'password.reset_link_made', 'password.reset_link_made']);
});

test('a link has its day, and nobody guesses one', async () => {
  const ada = await makePerson();
  const token = (await makeResetLink(ada.email)).link.split('/').at(-1) ?? '';
  await prisma().passwordReset.updateMany({ where: { userId: ada.userId }, data: { expiresAt: new Date(0) } });
  const unread = () => Promise.reject(new Error('the body was read'));
  await expect(setPasswordByLink(token, unread)).rejects.toThrow('This link has expired. Ask for a new one.');
  await expect(setPasswordByLink('nonsense', unread)).rejects.toThrow('There is no such link. Ask for a new one.');
});

test('the terminal can set a password itself, by the same rules', async () => {
  const ada = await makePerson();
  await expect(setPassword(ada.email, 'short')).rejects.toThrow('At least 12 characters.');
  await setPassword(ada.email, second);
  expect([await versionOf(ada.userId), await comesIn(ada.email, second)]).toEqual([1, true]);
});

test('a further organisation is given to the account of its administrator, or by invitation', async () => {
  const ada = await makePerson();
  const name = `Further ${randomUUID().slice(0, 8)}`;
  const made = await makeFurther({ name, admin: ada.email });
  expect(made).toMatchObject({ name, admin: ada.email, link: null });
  expect((await findUser(ada.userId))?.memberships.map((m) => m.role)).toEqual(['admin', 'admin']);
  await expect(makeFurther({ name: name.toUpperCase(), admin: ada.email })).rejects.toThrow(
    `There is an organisation called ${name} already`,
  );
  await expect(makeFurther({ name: 'X', admin: 'nobody' })).rejects.toThrow('"nobody" is no e-mail address.');

  const email = `${randomUUID().slice(0, 8)}@example.org`;
  const invited = await makeFurther({ name: `${name} two`, admin: email });
  const token = invited.link?.split('/').at(-1) ?? '';
  const joined = await acceptAsNewPerson(token, { name: 'Bea', email, password: second });
  expect(joined).toEqual({ organizationId: invited.id, email });
  const rows = (await getOrganizations()).filter((o) => o.name.startsWith(name));
  expect(rows.map((o) => [o.name, o.members])).toEqual([
    [name, 1],
    [`${name} two`, 1],
  ]);
});

test('the audit log is read a page at a time, by administrators, of their own organisation', async () => {
  const ada = await makePerson();
  const data = Array.from({ length: 60 }, (_, n) => ({
    organizationId: ada.organizationId,
    actorName: 'Ada',
    action: 'a.b',
    subject: String(n),
  }));
  await prisma().auditEvent.createMany({ data });
  const newest = await getAudit(ada, { before: null });
  expect([newest.rows.length, newest.rows[0]?.subject]).toEqual([50, '59']);
  const older = await getAudit(ada, { before: newest.older });
  expect([older.rows.length, older.rows.at(-1)?.subject, older.older]).toEqual([10, '0', null]);
  expect((await getAudit(await makePerson(), { before: newest.older })).rows).toEqual([]);
  await expect(getAudit({ ...ada, role: 'editor' }, { before: null })).rejects.toThrow('This needs the role admin');
});

test('an organisation is renamed by its administrators and keeps its slug', async () => {
  const ada = await makePerson();
  const { slug } = await getOrganization(ada);
  expect(await changeOrganization(ada, { name: ' Northwind ' })).toMatchObject({ name: 'Northwind', slug, members: 1 });
  expect((await getAudit(ada, { before: null })).rows[0]).toMatchObject({
    action: 'organization.renamed',
    details: { after: 'Northwind' },
  });
  await expect(changeOrganization(ada, { name: '' })).rejects.toThrow('Enter a name');
  await expect(changeOrganization({ ...ada, role: 'editor' }, { name: 'X' })).rejects.toThrow('This needs the role admin');
});
