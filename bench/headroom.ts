// `npm run bench:headroom -- URL TOKEN BUDGET`: asks a running Headroom for the room left, 500 times a second for ten seconds, and prints the times.
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const [address = 'http://127.0.0.1:3000', token = '', budget = ''] = process.argv.slice(2);
const url = new URL(`/api/v1/headroom/${encodeURIComponent(budget)}`, address);
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const PER_SECOND = 500;
const SECONDS = 10;

const ask = () =>
  new Promise<number>((resolve, reject) => {
    const started = performance.now();
    http
      .get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 200 ? resolve(performance.now() - started) : reject(new Error(`it answered ${response.statusCode}`)),
        );
      })
      .on('error', reject);
  });

for (let i = 0; i < 500; i++) await ask();
const asked: Promise<number>[] = [];
const begun = performance.now();
for (let tick = 0; tick < SECONDS * 100; tick++) {
  for (let i = 0; i < PER_SECOND / 100; i++) asked.push(ask());
  const wait = begun + (tick + 1) * 10 - performance.now();
  if (wait > 0) await sleep(wait);
}
const times = (await Promise.all(asked)).sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(2);
const rate = Math.round(times.length / ((performance.now() - begun) / 1000));
console.log(`${times.length} requests at ${rate} a second: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
agent.destroy();
