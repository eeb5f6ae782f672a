// One import in a process of its own, so that its memory is its own: prints one line of JSON.
import { operatorOf } from '../lib/services/identity/operator';
import { importPath } from '../lib/services/imports/import-path';
import { shutDown } from '../lib/services/shut-down';

const file = process.argv[2] ?? '';
const actor = await operatorOf(undefined, 'Benchmark');
const started = performance.now();
const result = await importPath(actor, file, {}, { isOneOfMany: true }); // to the activated load; alerts are evaluated and timed by themselves
const seconds = (performance.now() - started) / 1000;
console.log(
  JSON.stringify({
    seconds,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1000),
    outcome: result.outcome,
    rows: result.accepted,
    reason: result.reason,
  }),
);
await shutDown();
