// Processes and ports, as the launcher and the checks need them. Node alone.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

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

/**
 * Runs a command to its end and gives its exit code and what it said. `timeoutMs` ends it with everything it started; `onStart` hands out
 * the way to do that earlier.
 */
export function runToEnd(command, args, { timeoutMs, onStart, quiet = true, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32', ...options });
    const said = [];
    const hear = (chunk, to) => {
      said.push(chunk);
      if (!quiet) to.write(chunk);
    };
    child.stdout?.on('data', (chunk) => hear(chunk, process.stdout));
    child.stderr?.on('data', (chunk) => hear(chunk, process.stderr));
    let late = false;
    const end = () => killGroup(child.pid);
    const timer = timeoutMs && setTimeout(() => ((late = true), end()), timeoutMs);
    const done = (code) => {
      clearTimeout(timer);
      const note = late ? `\nstopped after ${Math.round(timeoutMs / 1000)} s\n` : '';
      resolve({ code: late ? 1 : (code ?? 1), output: Buffer.concat(said).toString() + note });
    };
    child.once('error', (e) => {
      said.push(Buffer.from(`${e.message}\n`));
      done(1);
    });
    child.once('close', done);
    onStart?.(end);
  });
}

function killGroup(pid) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {}
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
