// JavaScript that a browser loads before a page of the dashboard can be used: gzipped, every route against one limit. It reads what Next wrote
// down of its build, so a new page is measured without being named here. `npx size-limit` by hand; `.ci/steps.mjs` in a run.
import fs from 'node:fs';
import path from 'node:path';

/** Of one route, gzipped (kB is 1,000 bytes). */
const limit = '250 kB';

const built = path.join(import.meta.dirname, '.next');
const pages = path.join(built, 'server/app');

function pagesIn(folder) {
  if (!fs.existsSync(folder)) throw new Error('There is no build to measure. Make one: npm run build');
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => path.basename(f) === 'page_client-reference-manifest.js');
}

/** What the framework needs, what the layouts around a page need, and what it needs itself: each file once. */
function filesOf(manifest) {
  const folder = path.join(pages, manifest.replace('_client-reference-manifest.js', ''));
  const { rootMainFiles } = JSON.parse(fs.readFileSync(path.join(folder, 'build-manifest.json'), 'utf8'));
  const text = fs.readFileSync(path.join(pages, manifest), 'utf8');
  const { entryJSFiles } = JSON.parse(text.slice(text.indexOf(' = {', text.indexOf('__RSC_MANIFEST[')) + 3).replace(/;\s*$/, ''));
  const files = [...new Set([...rootMainFiles, ...Object.values(entryJSFiles).flat()])];
  // a pattern that finds nothing is left out of a sum without a word
  const missing = files.find((file) => !fs.existsSync(path.join(built, file)));
  if (missing) throw new Error(`${manifest} names ${missing}, which the build does not have.`);
  if (rootMainFiles.length === 0)
    throw new Error(`${manifest}: the files of the framework are not where they were; what is measured is not the whole.`);
  return files.map((file) => path.posix.join('.next', file).replace(/[()[\]{}!*?+@]/g, '\\$&'));
}

/** `(dashboard)/tasks/page` is `/tasks`. */
const routeOf = (manifest) =>
  `/${path
    .dirname(manifest)
    .split(path.sep)
    .filter((part) => part !== '.' && !/^\(.*\)$/.test(part))
    .join('/')}`;

export default pagesIn(pages)
  .map((manifest) => ({ name: routeOf(manifest), path: filesOf(manifest), gzip: true, limit }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));
