// `npm run check`: what a reviewer should not have to do. Format, lint, types, doors, unused code, unit tests, and where there
// is a build how much JavaScript each page loads.
import { buildState } from '../lib/runtime/build.mjs';
import { install } from '../lib/runtime/install.mjs';
import { endRunning } from '../lib/runtime/processes.mjs';
import { checks, routeSizes, runSteps } from './steps.mjs';

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => endRunning().finally(() => process.exit(130)));

try {
  install();
  const state = buildState();
  const { failed } = await runSteps(state === 'current' ? [...checks, routeSizes] : checks, 2);
  if (state === 'none') console.log('– JavaScript per route: no build, not measured (npm run build)');
  if (state === 'stale') console.log('– JavaScript per route: the build is older than its sources, not measured (npm run build)');
  console.log(failed ? '\nNot yet.' : '\nAll is well.');
  process.exitCode = failed ? 1 : 0;
} catch (e) {
  console.error(e instanceof Error ? e.message : e);
  process.exitCode = 1;
}
