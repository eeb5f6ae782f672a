import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, quote, type Session } from './duckdb/session';
import { withoutAddresses, withoutPersons } from './persons';

let session: Session;
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-persons-'));
beforeAll(async () => {
  session = await openSession({ scratch, folders: [scratch], memory: '500MB' });
});
afterAll(() => {
  session.close();
  fs.rmSync(scratch, { recursive: true, force: true });
});

async function stored(column: Parameters<typeof withoutPersons>[0], cell: string | null): Promise<string | null> {
  const [row] = await session.rows<{ v: string | null }>(
    `select ${withoutPersons(column, 'c')} as v from (select ${cell === null ? 'null::varchar' : quote(cell)} as c)`,
  );
  return row?.v ?? null;
}
/** As usage events have it: the first sixteen digits of the SHA-256 of `ada@example.org`. */
const ada = 'person-cfe00dde46ef9426';

test('who did something is sixteen digits, whatever the case, and hashed once', async () => {
  const once = await stored('x_PrincipalId', 'Ada@Example.org');
  expect(once).toBe(ada);
  expect(await stored('x_PrincipalId', ' ada@example.org')).toBe(once);
  expect(await stored('x_PrincipalId', once)).toBe(once);
  expect(await stored('x_PrincipalId', null)).toBeNull();
});

test('tags that name persons are hashed, the others stay as they are written', async () => {
  const tags = {
    team: 'search',
    owner: 'Ada Baker',
    'user:owner': 'Ada Baker',
    'user:team': 'search',
    user_team: 'search',
    user_email: 'ada@example.org',
    'aws:createdBy': 'IAMUser:AIDA:ada',
    note: 'ada@example.org',
    'odd "key"': "it's",
    empty: '',
  };
  const found = JSON.parse((await stored('Tags', JSON.stringify(tags))) ?? '');
  expect(found).toMatchObject({ team: 'search', 'user:team': 'search', user_team: 'search', 'odd "key"': "it's", empty: '' });
  for (const key of ['owner', 'user:owner', 'user_email', 'aws:createdBy', 'note']) expect(found[key]).toMatch(/^person-[0-9a-f]{16}$/);
  expect(found.note).toBe(found.user_email);
  expect(found.owner).toBe(found['user:owner']);
  expect(Object.keys(found)).toEqual(Object.keys(tags));
});

test('tags that are no object name nobody either', async () => {
  expect(await stored('Tags', 'owner: ada@example.org; team: search')).toBe('owner: person; team: search');
  expect(await stored('Tags', '["ada@example.org"]')).toBe('["person"]');
  expect(await stored('Tags', '{}')).toBe('{}');
  expect(await stored('Tags', null)).toBeNull();
});

test('a resource or an account that is an address is hashed, any other is not', async () => {
  expect(await stored('ResourceName', 'ada@example.org')).toBe(await stored('x_PrincipalId', 'ada@example.org'));
  expect(await stored('ResourceName', 'vm-7@host')).toBe('vm-7@host');
  expect(await stored('ResourceId', 'arn:aws:sts::1:assumed-role/Admin/ada@example.org')).toBe('arn:aws:sts::1:assumed-role/Admin/person');
  expect(await stored('SkuMeter', 'ada@example.org')).toBe('ada@example.org'); // no known column
});

test('a rejected row tells no address', () => {
  expect(withoutAddresses('1.5,"ada@example.org",x')).toBe('1.5,"(e-mail)",x');
});
