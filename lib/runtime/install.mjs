// Brings a checkout to the state in which TypeScript can run: packages and the generated Prisma client. Uses Node alone, and is quick when
// there is nothing to do. Everything it prints goes to stderr, so that a command's own output stays clean.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const at = (...parts) => path.join(root, ...parts);

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32', ...options });
  if (result.status !== 0)
    throw new Error(`${[command, ...args].join(' ')} failed (${result.error?.message ?? `status ${result.status}`})`);
}

/** Prisma tells at length what it does; it is heard when it fails. */
export function runPrisma(...args) {
  const command = [at('node_modules/prisma/build/index.js'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}\nprisma ${args.join(' ')} failed (status ${status})`);
}

const hashOf = (...files) => {
  const hash = createHash('sha256');
  for (const f of files) hash.update(fs.readFileSync(f));
  return hash.digest('hex');
};

/** Does the work when the fingerprint of what it depends on is not the one left by the last time. */
export function once(stampFile, fingerprint, work) {
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === fingerprint) return false;
  work();
  fs.mkdirSync(path.dirname(stampFile), { recursive: true });
  fs.writeFileSync(stampFile, fingerprint);
  return true;
}

export function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Headroom needs Node 20.19 or newer; this is ${process.versions.node}.`);
  const lock = hashOf(at('package-lock.json'));
  if (!fs.existsSync(at('node_modules', '.headroom-stamp')) || fs.readFileSync(at('node_modules', '.headroom-stamp'), 'utf8') !== lock) {
    console.error('Installing packages …');
    // The test runner and the build need development packages too; no package's install script is needed or run.
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error']);
    fs.writeFileSync(at('node_modules', '.headroom-stamp'), lock);
  }
  once(at('lib/db/generated', '.stamp'), hashOf(at('prisma/schema.prisma'), at('package-lock.json')), () => {
    runPrisma('generate');
  });
}
