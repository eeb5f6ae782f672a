import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';

// An installed Chromium or Chrome when there is one (`apt-get install chromium`), else Playwright's own (`npx playwright install`).
const executablePath = [
  process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
].find((p) => p && existsSync(p));
const port = Number(process.env.E2E_PORT ?? 3112);
const baseURL = `http://127.0.0.1:${port}`;
const asRoot = process.getuid?.() === 0; // Chromium's sandbox refuses root, and only root

// The installation under test, made for this run alone; workers are told of it by the environment.
if (!process.env.E2E_HOME) {
  const folder = mkdtempSync(path.join(tmpdir(), 'headroom-e2e-'));
  chmodSync(folder, 0o755); // run by root, the database has another account
  process.env.E2E_HOME = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}
export const setupCode = 'setup-code-of-the-tests';
/** The first administrator, signed in: `first-run.spec.ts` leaves the cookies here for the journeys after it. */
export const administrator = path.join(process.env.E2E_HOME, 'administrator.json');

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  globalTimeout: 38 * 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking', // no calls home: they only time out on a closed network
        '--disable-component-update',
        '--disable-sync',
        ...(asRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [
    { name: 'first run', testMatch: 'first-run.spec.ts' },
    { name: 'journeys', testIgnore: 'first-run.spec.ts', dependencies: ['first run'], use: { storageState: administrator } },
  ],
  webServer: {
    // What a person would type: builds when something changed, and brings its own database.
    command: `node lib/runtime/start.mjs --port ${port}`,
    url: `${baseURL}/api/health`,
    timeout: 10 * 60_000,
    reuseExistingServer: false, // never test what somebody forgot to stop
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: {
      HEADROOM_HOME: path.join(process.env.E2E_HOME, 'home'),
      HEADROOM_SETUP_CODE: setupCode,
      NEXTAUTH_URL: baseURL,
      DATABASE_URL: '',
      HOST: '127.0.0.1',
      HEADROOM_ALLOW_PRIVATE_TARGETS: 'true', // the other side of connections runs on this machine too
    },
  },
});
