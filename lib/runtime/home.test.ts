import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-home-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const modeOf = (file: string) => (fs.statSync(file).mode & 0o777).toString(8);

/** Runs a piece of the launcher as it is run: on its own, with this home and a database elsewhere. */
function launch(home: string, module: string, work: string): string {
  const script = `import('./lib/runtime/${module}.mjs').then((m) => { ${work} })`;
  const env = { ...process.env, HEADROOM_HOME: home, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
  return execFileSync(process.execPath, ['-e', script], { cwd: path.resolve(import.meta.dirname, '../..'), env, encoding: 'utf8' });
}

test('a home that was there before is closed to others, with what lies in it', () => {
  const home = path.join(folder, 'before');
  fs.mkdirSync(path.join(home, 'uploads'), { recursive: true });
  fs.writeFileSync(path.join(home, 'server.log'), '');
  for (const [file, mode] of [
    ['', 0o755],
    ['uploads', 0o755],
    ['server.log', 0o644],
  ] as const)
    fs.chmodSync(path.join(home, file), mode);
  launch(home, 'home', 'm.makeHome()');
  expect(['', 'uploads', 'server.log', 'session-secret'].map((f) => modeOf(path.join(home, f)))).toEqual(['700', '700', '600', '600']);
});

test('a folder that holds other things too is not ours to close', () => {
  const home = path.join(folder, 'shared');
  fs.mkdirSync(home, { mode: 0o755 });
  fs.chmodSync(home, 0o755);
  fs.writeFileSync(path.join(home, 'somebody-elses.txt'), '', { mode: 0o644 });
  launch(home, 'home', 'm.makeHome()');
  expect([modeOf(home), modeOf(path.join(home, 'somebody-elses.txt')), modeOf(path.join(home, 'session-secret'))]).toEqual([
    '755',
    '644',
    '600',
  ]);
});

test('the log goes on at the next start, and a long one is set aside', () => {
  const home = path.join(folder, 'log');
  fs.mkdirSync(home);
  const log = path.join(home, 'server.log');
  fs.writeFileSync(log, 'why it ended last time\n');
  launch(home, 'server', 'm.openLog()');
  expect(fs.readFileSync(log, 'utf8')).toMatch(/^why it ended last time\n--- started \d{4}-\S+Z\n$/);
  fs.appendFileSync(log, 'x'.repeat(11 * 1024 * 1024));
  launch(home, 'server', 'm.openLog()');
  expect(fs.readFileSync(`${log}.1`, 'utf8')).toMatch(/^why it ended last time/);
  expect(fs.readFileSync(log, 'utf8')).toMatch(/^--- started \S+\n$/);
  expect(modeOf(log)).toBe('600');
});
