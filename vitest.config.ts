import { configDefaults, defineConfig } from 'vitest/config';
import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with one plain line, `12 passed, 0 failed`, for scripts to read: vitest's own closing lines are coloured and laid out for people. */
const closingLine: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], errors) {
    const states = modules.flatMap((m) => [...m.children.allTests()].map((t) => t.result().state));
    const brokenFiles = modules.filter((m) => m.errors().length > 0).length;
    const failed = states.filter((s) => s === 'failed').length + brokenFiles + errors.length;
    process.on('exit', () => console.log(`${states.filter((s) => s === 'passed').length} passed, ${failed} failed`)); // after everything else
  },
};

const exclude = [...configDefaults.exclude, '.next/**', 'e2e/**'];

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } }, // as `paths` in tsconfig.json
  test: {
    reporters: ['default', closingLine],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: [...exclude, '**/*.db.test.ts'], testTimeout: 30_000 }, // a slow machine is not a wrong result
      },
      {
        // One real PostgreSQL, one file after the other: imports use both cores and much memory by themselves.
        extends: true,
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude,
          globalSetup: ['lib/runtime/vitest-database.ts'],
          fileParallelism: false,
          env: { HEADROOM_EXPLORER_PATIENCE_MS: '30000' }, // a slow machine is not a wrong result
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
