import { z } from 'zod';
import { deliverDue } from '../services/alerts/deliver';
import { evaluateAll } from '../services/alerts/evaluate';
import { keepPulling, markDeadPulls } from '../services/connections/pull-due';
import { queueDueDashboards } from '../services/dashboards/mail-dashboards';
import { dropOldEvents, refreshAllUsage } from '../services/events/refresh-usage';
import { markDeadImports } from '../services/imports/mark-interrupted';
import { runImport } from '../services/imports/run-import';
import { startWorker as start } from '../services/queue/start-worker';

const ImportJob = z.object({ organizationId: z.number(), importId: z.number() });

/** So many connections are pulled at once: a long one does not hold up the others. */
const PULLS = 3;

/** Starts the background work of this process: imports, one at a time; pulls of connections; what is to be sent; the summing of what was pushed; the evaluation of every hour. Resolves once the queue is being listened to. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const runner = await start({ import: async (payload) => runImport(ImportJob.parse(payload)) });
  await markDeadImports();
  await markDeadPulls();
  const watch = setInterval(() => Promise.all([markDeadImports(), markDeadPulls()]).catch(() => {}), 15_000);
  watch.unref();
  const stopping = new AbortController();
  const pulls = Array.from({ length: PULLS }, () => keepPulling(stopping.signal));
  const rounds = [
    every(5_000, () => deliverDue()),
    every(60_000, () => queueDueDashboards(new Date())),
    every(5_000, () => refreshAllUsage()),
    every(3_600_000, () => evaluateAll(new Date())),
    every(3_600_000, () => dropOldEvents(new Date())),
  ];
  return {
    stop: async () => {
      clearInterval(watch);
      for (const round of rounds) clearInterval(round);
      stopping.abort();
      await Promise.all([runner.stop(), ...pulls]);
    },
  };
}

/** Work that comes round, never two of it at once; what fails is said and comes round again. */
function every(ms: number, work: () => Promise<unknown>): NodeJS.Timeout {
  let busy = false;
  const timer = setInterval(async () => {
    if (busy) return;
    busy = true;
    await work().catch((e) => console.error('background work failed', e));
    busy = false;
  }, ms);
  return timer.unref();
}
