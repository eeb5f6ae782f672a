// `npm run check`: what a reviewer should not have to do. Format, lint, types, doors, unused code, unit tests.
import { install } from '../lib/runtime/install.mjs';
import { endRunning } from '../lib/runtime/processes.mjs';
import { checks, runSteps } from './steps.mjs';

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => endRunning().finally(() => process.exit(130)));

try {
  install();
  const { failed } = await runSteps(checks, 2);
  console.log(failed ? '\nNot yet.' : '\nAll is well.');
  process.exitCode = failed ? 1 : 0;
} catch (e) {
  console.error(e instanceof Error ? e.message : e);
  process.exitCode = 1;
}
