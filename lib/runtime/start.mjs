// `npm run up` and `npm run demo`: from a fresh checkout to a dashboard in the browser. Does only what is missing: packages, build, database,
// schema, and for the demo its sample. Ends server and database on Ctrl-C.
import { parseArgs } from 'node:util';
import { buildIfChanged } from './build.mjs';
import { install } from './install.mjs';
import { endRunning, freePort, stopProcess } from './processes.mjs';

const closers = [];
let closing;

/** Lets go of everything in the reverse order of its making. Once, however often it is asked. */
function close(code) {
  closing ??= (async () => {
    for (const stop of closers.reverse()) await stop().catch((e) => console.error(e.message));
    process.exit(code);
  })();
  return closing;
}

async function start() {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false }, port: { type: 'string' } } });
  const wanted = Number(values.port ?? process.env.PORT ?? 3000);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) throw new Error(`"${values.port ?? process.env.PORT}" is no port.`);

  install();
  const { home, makeHome, openDatabase } = await import('./home.mjs');
  const { runningServer, startServer, serverLog } = await import('./server.mjs');
  makeHome();

  const earlier = runningServer();
  if (earlier?.attended) {
    console.log(`Headroom is running already: ${earlier.url}\nIts launcher is process ${earlier.launcher}; Ctrl-C there stops it.`);
    return close(0);
  }
  if (earlier) await stopProcess(earlier.pid); // its launcher was killed

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (!closing) console.error('\nStopping …');
      close(0);
    });

  const database = await openDatabase();
  closers.push(database.stop);

  const { demo, firstStart } = await import('./first-start.mjs');
  closers.push(endRunning);
  const building = setTimeout(() => console.error('Building the dashboard; this takes a minute after a change …'), 500);
  const results = await Promise.allSettled([buildIfChanged().finally(() => clearTimeout(building)), values.demo ? demo() : undefined]);
  if (closing) return;
  for (const { reason } of results) if (reason) throw reason;

  const host = process.env.HOST || '127.0.0.1';
  const port = await freePort(wanted, host);
  if (port !== wanted) console.error(`Port ${wanted} is in use; taking ${port}.`);
  const everywhere = host === '0.0.0.0' || host === '::';
  const local = `http://${everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
  process.env.NEXTAUTH_URL ||= local;
  const url = process.env.NEXTAUTH_URL.replace(/\/+$/, '');
  process.umask(0o077); // what the server writes into the home is for its owner alone
  const server = await startServer({ host, port, url, ask: local });
  closers.push(server.stop);
  if (closing) return;

  console.log(`\n${values.demo ? results[1].value(url) : await firstStart(database.url, url)}\n`);
  console.log(`Data in ${home}, log in ${serverLog}. Ctrl-C stops it.`);
  const words = await server.gone;
  if (closing) return;
  console.error(words);
  return close(1);
}

start().catch((e) => {
  if (closing) return;
  console.error(e instanceof Error ? e.message : e);
  return close(1);
});
