// What a person is told after the start: how to become the first administrator, or how to look around in the sample.
import { createHash, randomInt } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { secret } from './home.mjs';
import { root } from './install.mjs';
import { runToEnd } from './processes.mjs';

const demoEmail = 'demo@headroom.example';

/** Without anybody who could sign in there is a setup code, new at every start; the database keeps its hash alone. */
export async function firstStart(databaseUrl, url) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const users = await client.query('select email from app_user limit 2');
    if (users.rowCount > 0) {
      const onlyDemo = users.rows.every((u) => u.email.endsWith('@headroom.example'));
      return `Headroom is at ${url}${onlyDemo ? `\nIt holds the sample; \`npm run demo\` prints its password. For your own data choose another HEADROOM_HOME.` : ''}`;
    }
    const code = process.env.HEADROOM_SETUP_CODE || newCode();
    const hash = createHash('sha256').update(code).digest('hex');
    await client.query(
      'insert into installation (id, setup_code_hash) values (1, $1) on conflict (id) do update set setup_code_hash = excluded.setup_code_hash',
      [hash],
    );
    return `Headroom is ready. Create the first administrator at\n\n  ${url}/welcome?code=${encodeURIComponent(code)}\n\nThe code works once.`;
  } finally {
    await client.end();
  }
}

/** 79 random bits, without the letters and digits that look alike. */
function newCode() {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [four(), four(), four(), four()].join('-');
}

/** Makes or completes the sample organisation. Gives the words for the end, once the address is known. */
export async function demo() {
  const password = secret('demo-password', () => process.env.HEADROOM_DEMO_PASSWORD || newCode());
  const { code, output } = await runToEnd(process.execPath, ['--import', 'tsx', path.join(root, 'prisma/seed.ts')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    timeoutMs: 30 * 60_000,
  });
  if (code !== 0) throw new Error(`${output}The sample could not be loaded. Start again to continue where it stopped.`);
  return (url) =>
    `The sample company is at ${url}\n\n  E-mail    ${demoEmail}\n  Password  ${password}\n\nviewer@, analyst@ and editor@headroom.example see it with fewer rights, same password.`;
}
