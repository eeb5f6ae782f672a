import { z } from 'zod';
import { type About, passwordMinimum, weaknessOf } from '../../core/access/password';
import { AppError } from '../../core/app-error';

export const PersonName = z.string().trim().min(1, 'Enter a name').max(120, 'At most 120 characters');
export const OrganizationName = z.string().trim().min(1, 'Enter a name').max(120, 'At most 120 characters');
export const Email = z
  .email('Enter an e-mail address')
  .max(254)
  .transform((e) => e.trim().toLowerCase());
export const Password = z.string().min(passwordMinimum, `At least ${passwordMinimum} characters`).max(256, 'At most 256 characters');

/** Refuses what is guessed first, at the field it was typed in. */
export function requireGoodPassword(password: string, about: About): void {
  const message = weaknessOf(password, about);
  if (message) throw new AppError('invalid', message, { issues: [{ field: 'password', message }] });
}
