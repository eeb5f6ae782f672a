// `npm test`: everything, from a fresh checkout: packages, checks, unit tests, tests against a real PostgreSQL, the build, journeys in a
// browser. The last line is the sum, `N passed, N failed`.
import { buildIfChanged } from '../lib/runtime/build.mjs';
import { install } from '../lib/runtime/install.mjs';
import { endRunning, freePort } from '../lib/runtime/processes.mjs';
import { findBrowser } from './browser.mjs';
import { browserTests, checks, countBrowserTests, databaseTests, fuzz, routeSizes, runSteps } from './steps.mjs';

process.env.CI = 'true';
const sum = { passed: 0, failed: 0 };
const add = ({ passed, failed }) => {
  sum.passed += passed;
  sum.failed += failed;
};
const close = () => {
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed ? 1 : 0;
};

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () =>
    endRunning().finally(() => {
      sum.failed++;
      close();
      process.exit();
    }),
  );

const build = {
  name: 'build',
  run: async () => {
    await buildIfChanged();
    return { passed: 1, failed: 0, output: '' };
  },
};

async function journeys() {
  const browser = await findBrowser();
  if (browser) return add(await runSteps([browserTests(browser, await freePort())]));
  console.log('✗ browser tests: there is no Chromium here. Install one (`apt-get install chromium` or `npx playwright install chromium`).');
  add({ passed: 0, failed: await countBrowserTests() });
}

try {
  install();
  add(await runSteps(checks, 2));
  add(await runSteps([databaseTests, fuzz]));
  const built = await runSteps([build]);
  add(built);
  if (built.failed) add({ passed: 0, failed: await countBrowserTests() });
  else {
    add(await runSteps([routeSizes]));
    await journeys();
  }
} catch (e) {
  console.error(e instanceof Error ? e.message : e);
  sum.failed++;
} finally {
  close();
}
