import { spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildIfChanged, serverFile } from '../lib/runtime/build.mjs';

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** The dashboard as it is now, built, on the bench's own database, for as long as the work takes. */
export async function withProductionServer<T>(work: (base: string) => Promise<T>): Promise<T> {
  await buildIfChanged();
  const base = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(process.execPath, [serverFile], {
    cwd: path.dirname(serverFile),
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOSTNAME: '127.0.0.1',
      PORT: new URL(base).port,
      NEXTAUTH_URL: base,
      HEADROOM_WORKER: 'off',
    },
    stdio: 'ignore',
  });
  try {
    for (let i = 0; i < 300; i++) {
      const isUp = await fetch(`${base}/api/health`).then(
        (r) => r.ok,
        () => false,
      );
      if (isUp) break;
      await sleep(100);
    }
    return await work(base);
  } finally {
    child.kill('SIGKILL'); // nothing of it is to be kept, and a second run needs its columnar copy
  }
}
