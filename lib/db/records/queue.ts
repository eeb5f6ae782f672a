import { type Runner, run, type TaskList } from 'graphile-worker';
import { env } from '../../env';
import { pool } from '../sql';

/** Puts work into the queue that lives in the same database. A second request under one key replaces a waiting one. */
export async function enqueue(task: string, payload: object, key: string): Promise<void> {
  await pool().query('select graphile_worker.add_job($1, $2::json, job_key => $3, max_attempts => 1)', [
    task,
    JSON.stringify(payload),
    key,
  ]);
}

/** Works through the queue until `stop`. One job at a time: an import uses every core by itself. */
export function startQueue(taskList: TaskList): Promise<Runner> {
  return run({ connectionString: env().DATABASE_URL, concurrency: 1, noHandleSignals: true, pollInterval: 1_000, taskList, crontab: '' });
}
