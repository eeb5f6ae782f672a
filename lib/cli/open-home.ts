import { once } from 'node:events';
import { AppError } from '../core/app-error';

/** Asks lib/runtime/run.mjs for this installation's home and database. Where it is run without, the environment names them already. */
export async function openHome(): Promise<void> {
  if (!process.send) return;
  process.send('open');
  const [{ env, refused }] = (await once(process, 'message')) as [{ env?: Record<string, string>; refused?: string }];
  process.disconnect();
  if (refused !== undefined) throw new AppError('conflict', refused);
  Object.assign(process.env, env);
}
