// Finds a Chromium for the journeys, and on a Debian where we are root installs one.
import { existsSync } from 'node:fs';
import { runToEnd } from '../lib/runtime/processes.mjs';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** The path of a browser, or nothing. */
export async function findBrowser() {
  return (await present()) ?? (await installChromium());
}

async function present() {
  const { chromium } = await import('@playwright/test');
  return [process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE, chromium.executablePath(), ...installed].find((p) => p && existsSync(p));
}

async function installChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing Chromium …');
  const apt = (...args) =>
    runToEnd('/usr/bin/apt-get', ['-q', '-y', ...args], {
      timeoutMs: 10 * 60_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  const update = await apt('update');
  const result = await apt('install', '--no-install-recommends', 'chromium');
  if (result.code !== 0) console.log(`${update.code ? update.output : ''}${result.output}`);
  return present();
}
