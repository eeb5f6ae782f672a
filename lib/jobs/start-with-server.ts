import { startWorker } from './worker';

/** The queue beside the pages; a signal lets the job at hand end. */
export async function startWithServer(): Promise<void> {
  const worker = await startWorker();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void worker.stop());
}
