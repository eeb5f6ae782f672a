// Processes and ports, as the launcher and the checks need them. Node alone.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const WINDOWS = process.platform === 'win32';

/** Is there such a process? A zombie, dead but not yet reaped by its parent, is none. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (e) {
    if (e.code === 'ESRCH') return false;
  }
  const stat = readProc(pid, 'stat');
  return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

/** What the kernel says of a process; nothing on systems without /proc. */
export function readProc(pid, file) {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Asks a process to end, and ends it when it does not. */
export async function stopProcess(pid, graceMs = 10_000) {
  const signal = (name) => {
    try {
      process.kill(pid, name);
    } catch {}
  };
  signal('SIGTERM');
  for (const until = Date.now() + graceMs; isAlive(pid); await sleep(50))
    if (Date.now() > until) {
      signal('SIGKILL');
      return;
    }
}

const running = new Set();

/** Runs a command to its end, at the longest for `timeoutMs`, and gives its exit code and what it said. */
export function runToEnd(command, args, { timeoutMs, quiet = true, ...options } = {}) {
  return new Promise((resolve) => {
    // a group of its own, so that it can be ended with everything it started
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: !WINDOWS, ...options });
    const said = [];
    const hear = (to) => (chunk) => {
      said.push(chunk);
      if (!quiet) to.write(chunk);
    };
    child.stdout?.on('data', hear(process.stdout));
    child.stderr?.on('data', hear(process.stderr));
    let late = '';
    const end = () => endGroup(child);
    const timer =
      timeoutMs &&
      setTimeout(() => {
        late = `\nStopped after ${Math.round(timeoutMs / 1000)} s.\n`;
        end();
      }, timeoutMs);
    const done = (code, words = '') => {
      clearTimeout(timer);
      running.delete(end);
      resolve({ code: late ? 1 : (code ?? 1), output: Buffer.concat(said).toString() + words + late });
    };
    child.once('error', (e) => done(1, `${e.message}\n`));
    child.once('close', (code) => done(code));
    running.add(end);
  });
}

/** Ends whatever `runToEnd` has under way. */
export const endRunning = () => Promise.all([...running].map((end) => end()));

async function endGroup(child) {
  const signal = (name) => {
    try {
      process.kill(WINDOWS ? child.pid : -child.pid, name);
    } catch {}
  };
  signal('SIGTERM');
  for (const until = Date.now() + 15_000; child.exitCode === null && child.signalCode === null && Date.now() < until; ) await sleep(50);
  signal('SIGKILL'); // also for what outlived the one we asked
}

const canListen = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer().once('error', () => resolve(0));
    server.listen({ port, host, exclusive: true }, () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });

/** The first port from this one upwards that nobody listens on; from 0 it is any. */
export async function freePort(from = 0, host = '127.0.0.1') {
  for (let port = from; port < from + 200 && port < 65_536; port++) {
    const found = await canListen(port, host);
    if (found) return found;
  }
  throw new Error(`No free port from ${from} upwards on ${host}.`);
}
