import { z } from 'zod';
import { passwordMinimum } from '../../core/access/password';

export const PersonName = z.string().trim().min(1, 'Enter a name').max(120, 'At most 120 characters');
export const Email = z
  .email('Enter an e-mail address')
  .max(254)
  .transform((e) => e.trim().toLowerCase());
export const Password = z.string().min(passwordMinimum, `At least ${passwordMinimum} characters`).max(256, 'At most 256 characters');
