import { notFound } from 'next/navigation';
import { AppError } from '../core/app-error';

/** What a service answers; where it says `not_found`, the page of what is not there. */
export async function orNotFound<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (e) {
    if (e instanceof AppError && e.code === 'not_found') notFound();
    throw e;
  }
}
