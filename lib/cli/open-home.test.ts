import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

/** Runs the command line as lib/runtime/run.mjs does, and refuses it a home. */
async function run(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/main.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let [said, asked] = ['', 0];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (said += bytes));
  child.on('message', () => {
    asked++;
    child.send({ refused: 'There is no home today.' });
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { said, asked, code };
}

test.each([
  [['--help'], 'Usage: headroom', 0],
  [['bugdets'], "unknown command 'bugdets'", 1],
])('%j needs no home and no database', { timeout: 60_000 }, async (args, words, code) => {
  const { said, ...rest } = await run(...args);
  expect(said).toContain(words);
  expect(rest).toEqual({ asked: 0, code });
});

test('a command asks for its home, and says why it cannot be had', { timeout: 60_000 }, async () => {
  expect(await run('loads')).toEqual({ said: 'There is no home today.\n', asked: 1, code: 1 });
});
