// `npm run build`: the standalone server in .next/standalone, complete with its static files. `buildIfChanged` does nothing when the
// sources are those of the last build.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, root } from './install.mjs';
import { runToEnd } from './processes.mjs';

const at = (...parts) => path.join(root, ...parts);
const standalone = at('.next/standalone');
const stamp = path.join(standalone, '.headroom-stamp'); // a build that fails removes its folder, and the stamp with it

const sources = ['app', 'components', 'lib', 'prisma', 'public', 'proxy.ts', 'instrumentation.ts', 'next.config.ts', 'postcss.config.mjs'];
const settings = ['tsconfig.json', 'package.json', 'package-lock.json'];
// what no page or route is made of
const beside = /(\.test\.tsx?$)|(^lib\/(runtime|cli|db\/generated)\/)|(^prisma\/(sample|seed))/;

export const serverFile = path.join(standalone, 'server.js');

/** `none`, `stale` where the sources have changed since, or `current`. */
export function buildState(print = fingerprint()) {
  if (!fs.existsSync(serverFile) || !fs.existsSync(stamp)) return 'none';
  return fs.readFileSync(stamp, 'utf8') === print ? 'current' : 'stale';
}

/** Builds when something changed; true when it did. */
export async function buildIfChanged({ quiet = true } = {}) {
  const print = fingerprint();
  if (buildState(print) === 'current') return false;
  const { code, output } = await runToEnd(process.execPath, [at('node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    timeoutMs: 15 * 60_000,
    quiet,
  });
  if (code !== 0) throw new Error(`${quiet ? output : ''}The build failed.`);
  copyFolder(at('.next/static'), path.join(standalone, '.next/static'));
  copyFolder(at('public'), path.join(standalone, 'public'));
  fs.writeFileSync(stamp, print);
  return true;
}

function copyFolder(from, to) {
  fs.rmSync(to, { recursive: true, force: true });
  if (fs.existsSync(from)) fs.cpSync(from, to, { recursive: true });
}

/** One hash over every file that the build reads, by name and content. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [...sources.flatMap(filesIn), ...settings]) {
    if (beside.test(file)) continue;
    hash.update(`${file}\0`).update(
      createHash('sha256')
        .update(fs.readFileSync(at(file)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

function filesIn(name) {
  const stat = fs.statSync(at(name), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [name];
  return fs
    .readdirSync(at(name), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(root, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
    .sort();
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  try {
    install();
    const built = await buildIfChanged({ quiet: false });
    console.log(built ? 'Built. Start it with `npm run up`.' : 'Nothing has changed since the last build.');
  } catch (e) {
    console.error(e instanceof Error ? e.message : e);
    process.exitCode = 1;
  }
}
