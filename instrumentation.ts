/** Runs once when the server starts: background work lives in the same process unless HEADROOM_WORKER says otherwise. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { env } = await import('./lib/env');
  if (env().HEADROOM_WORKER === 'off') return;
  const { startWorker } = await import('./lib/jobs/worker');
  const worker = await startWorker();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void worker.stop());
}
