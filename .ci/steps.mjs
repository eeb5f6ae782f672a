// The steps of `npm run check` and `npm test`: what each runs and how it is counted.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../lib/runtime/install.mjs';
import { runToEnd } from '../lib/runtime/processes.mjs';

const tool = (file, ...args) => [process.execPath, [path.join(root, 'node_modules', file), ...args]];
const minutes = 60_000;

/** Runs one command; nothing of the outside reaches into it but its environment. */
function command([program, args], { timeoutMs = 6 * minutes, env = {}, cwd = root } = {}) {
  return runToEnd(program, args, { cwd, timeoutMs, env: { ...process.env, CI: 'true', NO_COLOR: '1', FORCE_COLOR: undefined, ...env } });
}

/** A step that is one question with one answer. */
const single = (name, ask) => ({
  name,
  run: async () => {
    const { code, output } = await ask();
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
  },
});

const format = single('format and lint', () => command(tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')));

const types = single('types', async () => {
  const routes = await command(tool('next/dist/bin/next', 'typegen')); // PageProps and the like
  return routes.code === 0 ? command(tool('typescript/bin/tsc', '--noEmit', '--pretty', 'false')) : routes;
});

const doors = single('doors', async () => {
  const blind = await plantedFault();
  if (blind) return { code: 1, output: blind };
  const rooms = ['app', 'components', 'lib', 'prisma', 'proxy.ts', 'instrumentation.ts'];
  const result = await command(cruise(rooms));
  const read = Number(/(\d+) modules/.exec(result.output)?.[1] ?? 0);
  if (result.code === 0 && read < 50)
    return { code: 1, output: `${result.output}\nIt read ${read} modules: it sees nothing, so it proves nothing.` };
  return result;
});

const cruise = (rooms) =>
  tool('dependency-cruiser/bin/dependency-cruise.mjs', '--config', path.join(root, '.dependency-cruiser.cjs'), ...rooms);

/** A dependency check that reads nothing is green. So it first has to find faults that were planted for it. */
async function plantedFault() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-doors-'));
  const plant = (file, text) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  };
  try {
    plant('lib/core/sum.ts', "import type { Row } from '../db/rows';\nexport const sum = (rows: Row[]) => rows.length;\n");
    plant('lib/db/rows.ts', "import { sum } from '../core/sum';\nexport interface Row { id: number }\nexport const n = sum([]);\n");
    const { code, output } = await command(cruise(['lib']), { cwd: folder });
    const found = code !== 0 && output.includes('doors: core') && output.includes('no-circular');
    return found ? '' : `A forbidden import and a cycle were planted, and the check did not find them:\n${output}`;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const unused = single('unused code', () => command(tool('knip/bin/knip.js', '--no-progress', '--no-config-hints')));

/** Vitest's own figures, and a file that does not even load counts as a failure. */
const vitest = (name, project, timeoutMs) => ({
  name,
  run: async () => {
    const report = temporary('vitest');
    const env = { DATABASE_URL: undefined, HEADROOM_HOME: undefined };
    const { code, output } = await command(
      tool('vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`),
      { timeoutMs, env },
    );
    const found = readReport(report);
    const passed = found?.numPassedTests ?? 0;
    const broken =
      found?.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed')) ?? [];
    const failed = (found?.numFailedTests ?? 0) + broken.length;
    if (passed + failed === 0) return { passed, failed: 1, output: `${output}\nNot one test has run.` };
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, output };
  },
});

export const unitTests = vitest('unit tests', 'unit', 12 * minutes);
export const databaseTests = vitest('database tests', 'database', 25 * minutes);

/** The same for every run: what a change is held up by is then of that change. `npm run fuzz` draws another seed each time. */
const FUZZ_SEED = 20261122;

/** Changed bills against the importer, on a database and a home of its own. */
export const fuzz = {
  name: 'fuzzed bills',
  run: async () => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-fuzz-home-'));
    fs.chmodSync(home, 0o755); // run by root, the database has another account
    try {
      const env = { HEADROOM_HOME: home, DATABASE_URL: undefined };
      const script = path.join(root, 'lib/runtime/run.mjs');
      const { code, output } = await command(
        [process.execPath, [script, 'bench/fuzz/fuzz.ts', '--inputs', '10000', `--seed=${FUZZ_SEED}`]],
        {
          timeoutMs: 25 * minutes,
          env,
        },
      );
      const [, passed = 0, failed = 0] = (/(\d+) passed, (\d+) failed\s*$/.exec(output) ?? []).map(Number);
      return { passed, failed: failed || (code === 0 && passed > 0 ? 0 : 1), output };
    } finally {
      fs.rmSync(home, { recursive: true, force: true });
    }
  },
};

/** JavaScript that each page loads first, against the limit of .size-limit.mjs. It measures what was built, so there has to be a build. */
export const routeSizes = {
  name: 'JavaScript per route',
  run: async () => {
    const { code, output } = await command(tool('size-limit/bin.js', '--json'));
    const measured = readSizes(output);
    const tooLarge = measured.filter((m) => !m.passed);
    const failed = tooLarge.length || (code === 0 && measured.length > 0 ? 0 : 1);
    const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
    const words = tooLarge.map(
      (m) => `${m.name} loads ${kB(m.size)} of JavaScript, gzipped; the limit is ${kB(m.sizeLimit)} (.size-limit.mjs).`,
    );
    const target = Math.min(...measured.map((m) => m.sizeLimit));
    const held = measured.filter((m) => m.passed && m.size > target);
    if (held.length)
      console.log(`  over the target of ${kB(target)}, held where they are: ${held.map((m) => `${m.name} ${kB(m.size)}`).join(', ')}`);
    return { passed: measured.length - tooLarge.length, failed, output: words.length ? words.join('\n') : output };
  },
};

/** What size-limit prints is JSON, and an error where it could not measure. */
function readSizes(output) {
  try {
    const read = JSON.parse(output.slice(output.indexOf('['), output.lastIndexOf(']') + 1));
    return Array.isArray(read) ? read.filter((m) => typeof m.size === 'number') : [];
  } catch {
    return [];
  }
}

/** The longest first, so that two at a time end together. */
export const checks = [unitTests, types, format, doors, unused];

/** The journeys in a browser, against the standalone server with a database and a home of its own. */
export const browserTests = (executable, port) => ({
  name: 'browser tests',
  run: async () => {
    const report = temporary('playwright');
    const { code, output } = await command(tool('@playwright/test/cli.js', 'test', '--reporter=list,json'), {
      timeoutMs: 40 * minutes,
      env: {
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        PLAYWRIGHT_CHROMIUM_EXECUTABLE: executable,
        E2E_PORT: String(port),
        ...Object.fromEntries(
          ['DATABASE_URL', 'HEADROOM_HOME', 'HEADROOM_SETUP_CODE', 'NEXTAUTH_URL', 'HOST', 'PORT'].map((k) => [k, undefined]),
        ),
      },
    });
    const stats = readReport(report)?.stats;
    const passed = stats ? stats.expected + stats.flaky : 0;
    const failed = stats ? stats.unexpected + (code === 0 ? 0 : stats.skipped) : 0; // after a failure, what did not run has not passed
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, output };
  },
});

/** How many journeys there are, for when no browser can run them. */
export async function countBrowserTests() {
  const { output } = await command(tool('@playwright/test/cli.js', 'test', '--list'));
  return Number(/Total: (\d+) test/.exec(output)?.[1] ?? 1);
}

const temporary = (name) => path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-report-')), `${name}.json`);

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  } finally {
    fs.rmSync(path.dirname(file), { recursive: true, force: true });
  }
}

/** Runs steps, so many at a time, and says at once what became of each. */
export async function runSteps(steps, lanes = 1) {
  const waiting = [...steps];
  const sum = { passed: 0, failed: 0 };
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const started = Date.now();
      const { passed, failed, output } = await step.run().catch((e) => ({ passed: 0, failed: 1, output: e.message }));
      sum.passed += passed;
      sum.failed += failed;
      if (failed) console.log(`\n${withoutClosingLines(output)}`);
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${failed ? '✗' : '✓'} ${step.name}: ${passed} passed, ${failed} failed (${seconds} s)`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return sum;
}

/** Only the very last line of a run may look like its sum. */
const withoutClosingLines = (output) => output.replace(/^[^\S\n]*\d+ passed, \d+ failed[^\S\n]*$/gm, '').trimEnd();
