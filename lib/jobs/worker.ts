import { z } from 'zod';
import { markDeadImports } from '../services/imports/mark-interrupted';
import { runImport } from '../services/imports/run-import';
import { startWorker as start } from '../services/queue/start-worker';

const ImportJob = z.object({ organizationId: z.number(), importId: z.number() });

/** Starts the background work of this process: imports, one at a time. Resolves once the queue is being listened to. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const runner = await start({ import: async (payload) => runImport(ImportJob.parse(payload)) });
  await markDeadImports();
  const watch = setInterval(() => markDeadImports().catch(() => {}), 15_000);
  watch.unref();
  return {
    stop: async () => {
      clearInterval(watch);
      await runner.stop();
    },
  };
}
