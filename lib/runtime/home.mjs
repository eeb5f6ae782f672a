// HEADROOM_HOME: where this installation keeps its data. Made private to the user who runs it, and given what the application wants to find
// in its environment: the database's address and a secret for sessions.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, runPrisma } from './install.mjs';
import { isAlive } from './processes.mjs';

export const home = path.resolve(root, process.env.HEADROOM_HOME ?? '.headroom');

// What this installation writes there, so that a folder which holds other things too is known for what it is.
const ours =
  /^(session-secret|demo-password|server\.json|server\.log(\.\d)?|postgres|postgres-users(\.lock)?|uploads|scratch|rejects|columnar|connections|sample|lost\+found|.*-key)$/;

export function makeHome() {
  fs.mkdirSync(home, { recursive: true });
  makePrivate();
  process.env.HEADROOM_HOME = home;
  process.env.NEXTAUTH_SECRET ||= secret('session-secret');
}

/** Nobody else looks into bills and secrets, also in a home that was there before. */
function makePrivate() {
  const names = fs.readdirSync(home);
  const strange = names.find((name) => !ours.test(name));
  // Run by root with the embedded database, the database's account has to pass through; it still cannot look around.
  const mode = process.getuid?.() === 0 && !process.env.DATABASE_URL ? 0o711 : 0o700;
  if (strange === undefined) chmod(home, mode);
  else if (fs.statSync(home).mode & 0o066)
    console.error(`${home} holds other things too (${strange}), so others may still look into it. Give Headroom a folder of its own.`);
  for (const name of names.filter((n) => n !== 'lost+found' && ours.test(n))) {
    const file = path.join(home, name);
    const stat = fs.lstatSync(file);
    if (stat.isDirectory()) chmod(file, 0o700);
    else if (stat.isFile()) chmod(file, 0o600);
  }
}

/** A folder that belongs to somebody else keeps its mode: it is not ours to close. */
function chmod(file, mode) {
  try {
    if ((fs.statSync(file).mode & 0o777) !== mode) fs.chmodSync(file, mode);
  } catch (e) {
    console.error(`${file} cannot be made private: ${e.message}`);
  }
}

/** A secret of this installation, made at the first call; only its owner may read the file. */
export function secret(name, make = () => randomBytes(32).toString('base64url')) {
  const file = path.join(home, name);
  try {
    fs.writeFileSync(file, make(), { mode: 0o600, flag: 'wx' });
  } catch (e) {
    if (e.code !== 'EEXIST') throw e;
  }
  return fs.readFileSync(file, 'utf8').trim();
}

/** Bulk loading wants room for its log; the memory is what a small machine can spare. */
const settings = {
  shared_buffers: '512MB',
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '4GB',
  max_locks_per_transaction: '256', // a file of events of many years writes into as many tables as it has days
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  log_min_messages: 'warning',
};

/**
 * The database: DATABASE_URL where it is set, else the embedded server, started or adopted. Brings its schema up to date.
 * `stop` lets go of it: an embedded server ends with the last process that uses it.
 */
export async function openDatabase() {
  if (process.env.DATABASE_URL) {
    await migrate(process.env.DATABASE_URL);
    return { url: process.env.DATABASE_URL, stop: async () => {} };
  }
  const { startPostgres } = await import('./embedded-postgres.mjs');
  const mark = path.join(users, String(process.pid));
  const server = await alone(() => {
    fs.writeFileSync(mark, '');
    return startPostgres({ stateDir: path.join(home, 'postgres'), settings });
  });
  const stop = () =>
    alone(async () => {
      fs.rmSync(mark, { force: true });
      if (!otherUsers()) await server.stop();
    });
  try {
    process.env.DATABASE_URL = server.url;
    await migrate(server.url);
    return { url: server.url, stop };
  } catch (e) {
    await stop();
    throw e;
  }
}

// Each process that uses the embedded server leaves its number in this folder.
const users = path.join(home, 'postgres-users');

/** Numbers of processes that died without a word are cleared away. */
function otherUsers() {
  const alive = fs.readdirSync(users).filter((name) => {
    if (isAlive(Number(name))) return true;
    fs.rmSync(path.join(users, name), { force: true });
    return false;
  });
  return alive.length > 0;
}

/** Starting and stopping exclude each other, or a server could be stopped in the moment in which somebody adopts it. */
async function alone(work) {
  fs.mkdirSync(users, { recursive: true, mode: 0o700 });
  const lock = `${users}.lock`;
  for (const until = Date.now() + 90_000; ; await sleep(50)) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (e) {
      if (e.code !== 'EEXIST') throw e;
      const holder = Number(fs.readFileSync(lock, { encoding: 'utf8', flag: 'a+' }));
      if (Date.now() > until || (holder && !isAlive(holder))) fs.rmSync(lock, { force: true });
    }
  }
  try {
    return await work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

/** Runs Prisma only when a migration is missing: it takes seconds to start. */
async function migrate(url) {
  const folder = path.join(root, 'prisma/migrations');
  const wanted = fs.readdirSync(folder).filter((f) => fs.existsSync(path.join(folder, f, 'migration.sql')));
  const { default: pg } = await import('pg');
  const client = new pg.Client(url);
  try {
    await client.connect();
    const done = await client
      .query('select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null')
      .catch((e) => {
        if (e.code === '42P01') return { rows: [] };
        throw e;
      });
    const names = new Set(done.rows.map((r) => r.migration_name));
    if (wanted.every((w) => names.has(w))) return;
  } catch (e) {
    if (e.code !== '3D000') throw new Error(`the database does not answer: ${e.message}`);
  } finally {
    await client.end().catch(() => {});
  }
  console.error('Bringing the database up to date …');
  runPrisma('migrate', 'deploy');
}
