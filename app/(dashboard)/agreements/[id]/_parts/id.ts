import { notFound } from 'next/navigation';
import { AppError } from '@/lib/core/app-error';

/** Runs a service for the number in an address; what does not exist is the page that says so. */
export async function idOrNotFound<T>(id: string, work: (id: number) => Promise<T>): Promise<T> {
  if (!/^\d{1,9}$/.test(id)) notFound();
  try {
    return await work(Number(id));
  } catch (e) {
    if (e instanceof AppError && e.code === 'not_found') notFound();
    throw e;
  }
}
