// `node lib/runtime/run.mjs FILE.ts …`: runs a TypeScript entry with packages, database and environment in place.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { install, root } from './install.mjs';

const [entry, ...args] = process.argv.slice(2);
try {
  install();
  const { makeHome, openDatabase } = await import('./home.mjs');
  makeHome();
  const { runningServer } = await import('./server.mjs');
  const site = process.env.NEXTAUTH_URL || runningServer()?.url; // links that a command prints lead to the server that runs
  if (site) process.env.NEXTAUTH_URL = site;
  const database = await openDatabase();
  process.umask(0o077); // what a command writes into the home is for its owner alone
  const child = spawn(process.execPath, ['--import', 'tsx', path.resolve(root, entry), ...args], {
    stdio: 'inherit',
    // paths that a person types are meant from where they stand
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json'), NODE_PATH: path.join(root, 'node_modules') },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => child.once('exit', (c, signal) => resolve(c ?? (signal ? 130 : 1))));
  await database.stop();
  process.exit(code);
} catch (e) {
  console.error(e instanceof Error ? e.message : e);
  process.exit(1);
}
