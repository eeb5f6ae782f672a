import { AppError } from '../core/app-error';

/** A number in an address; anything else is an address that does not exist. */
export function number(text: string | undefined): number {
  if (!text || !/^\d{1,9}$/.test(text)) throw new AppError('not_found', 'There is nothing at this address.');
  return Number(text);
}
