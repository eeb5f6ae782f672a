// `node lib/runtime/run.mjs FILE.ts …`: runs a TypeScript entry with packages, database and environment in place. With `--when-asked` before the
// entry, home and database are opened when it asks for them (lib/cli/open-home.ts): help and a misspelt command make and start nothing.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { install, root } from './install.mjs';

const whenAsked = process.argv[2] === '--when-asked';
const [entry, ...args] = process.argv.slice(whenAsked ? 3 : 2);
let database;

/** Opens what this installation keeps, and says what a process finds of it in its environment. */
async function open() {
  const { makeHome, openDatabase } = await import('./home.mjs');
  makeHome();
  const { runningServer } = await import('./server.mjs');
  const site = process.env.NEXTAUTH_URL || runningServer()?.url; // links that a command prints lead to the server that runs
  if (site) process.env.NEXTAUTH_URL = site;
  database = await openDatabase();
  const { DATABASE_URL, HEADROOM_HOME, NEXTAUTH_SECRET, NEXTAUTH_URL } = process.env;
  return { DATABASE_URL, HEADROOM_HOME, NEXTAUTH_SECRET, ...(NEXTAUTH_URL && { NEXTAUTH_URL }) };
}

try {
  install();
  if (!whenAsked) await open();
  const umask = process.umask(0o077); // what a command writes into the home is for its owner alone
  const child = spawn(process.execPath, ['--import', 'tsx', path.resolve(root, entry), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', ...(whenAsked ? ['ipc'] : [])],
    // paths that a person types are meant from where they stand
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json'), NODE_PATH: path.join(root, 'node_modules') },
  });
  process.umask(umask);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const opening = new Promise((resolve) => {
    child.once('message', () => {
      const opened = open();
      resolve(opened.catch(() => {})); // the command ends before the database is let go of, also when it was interrupted meanwhile
      opened.then(
        (env) => child.connected && child.send({ env }),
        (e) => child.connected && child.send({ refused: e instanceof Error ? e.message : String(e) }),
      );
    });
    child.once('exit', resolve);
  });
  const code = await new Promise((resolve) => child.once('exit', (c, signal) => resolve(c ?? (signal ? 130 : 1))));
  await opening;
  await database?.stop();
  process.exit(code);
} catch (e) {
  console.error(e instanceof Error ? e.message : e);
  process.exit(1);
}
