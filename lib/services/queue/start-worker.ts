import { startQueue } from '../../db/records/queue';

/** The queue with its tasks; jobs know services, never the database. */
export const startWorker = (tasks: Record<string, (payload: unknown) => Promise<void>>): ReturnType<typeof startQueue> => startQueue(tasks);
