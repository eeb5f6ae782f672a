// The web server of one HEADROOM_HOME: one at a time, known by a file with its process and its launcher's.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverFile } from './build.mjs';
import { home } from './home.mjs';
import { isAlive, readProc, stopProcess } from './processes.mjs';

const pidFile = path.join(home, 'server.json');
export const serverLog = path.join(home, 'server.log');

/** The server that was started here last, while it lives. A process number that has gone to somebody else is not ours. */
export function runningServer() {
  let known;
  try {
    known = JSON.parse(fs.readFileSync(pidFile, 'utf8'));
  } catch {
    return null;
  }
  if (!isAlive(known.pid)) return null;
  if (fs.existsSync('/proc/self/environ') && !readProc(known.pid, 'environ').split('\0').includes(`HEADROOM_HOME=${home}`)) return null;
  const launcher = readProc(known.launcher, 'cmdline');
  return { ...known, attended: isAlive(known.launcher) && (launcher === '' || launcher.includes('start.mjs')) };
}

/** Starts the server and waits until it answers. `gone` resolves with a sentence when it ends by itself. */
export async function startServer({ host, port, url, ask }) {
  const { log, start } = openLog();
  const lastLines = () => `${linesFrom(start)}\nMore in ${serverLog}`;
  const child = spawn(process.execPath, [serverFile], {
    cwd: path.dirname(serverFile),
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', HOSTNAME: host, PORT: String(port) },
    stdio: ['ignore', log, log],
    detached: true, // Ctrl-C reaches the launcher alone, which then ends things in order
  });
  fs.closeSync(log);
  const gone = new Promise((resolve) => {
    child.once('error', (e) => resolve(`The server did not start: ${e.message}`));
    child.once('exit', (code, signal) => resolve(`The server ended (${signal ?? `status ${code}`}).\n${lastLines()}`));
  });
  const stop = async () => {
    if (child.pid) await stopProcess(child.pid);
    if (runningServer()?.pid === child.pid || !runningServer()) fs.rmSync(pidFile, { force: true });
  };
  if (child.pid) fs.writeFileSync(pidFile, JSON.stringify({ pid: child.pid, launcher: process.pid, url }));
  const failed = await Promise.race([gone, answers(`${ask}/api/health`, lastLines)]);
  if (failed) {
    await stop();
    throw new Error(failed);
  }
  return { stop, gone };
}

/** Nothing once the address answers well; otherwise, after a minute, what is wrong. */
async function answers(address, lastLines) {
  let last = 'no answer';
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(100)) {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
      if (answer.ok) return;
      last = await answer.text();
    } catch (e) {
      last = e.cause?.message ?? e.message;
    }
  }
  return `The server did not become ready within a minute: ${last}\n${lastLines()}`;
}

const logLimitBytes = 10 * 1024 * 1024;

/** The log goes on where it stopped: why the server ended last time is read after the next start. A long one is set aside, one of them. */
export function openLog() {
  if ((fs.statSync(serverLog, { throwIfNoEntry: false })?.size ?? 0) > logLimitBytes) fs.renameSync(serverLog, `${serverLog}.1`);
  const log = fs.openSync(serverLog, 'a', 0o600);
  fs.writeSync(log, `--- started ${new Date().toISOString()}\n`);
  return { log, start: fs.fstatSync(log).size };
}

/** The newest lines of what was said since a place in the log. */
function linesFrom(start) {
  const file = fs.openSync(serverLog, 'r');
  try {
    const { size } = fs.fstatSync(file);
    const from = Math.max(start, size - 64 * 1024);
    const said = Buffer.alloc(Math.max(0, size - from));
    fs.readSync(file, said, 0, said.length, from);
    return said.toString('utf8').trimEnd().split('\n').slice(-15).join('\n');
  } finally {
    fs.closeSync(file);
  }
}
