import { passwordMinimum } from '@/lib/core/access/password';

const easy = /^(.)\1+$|password|passwort|qwert|12345|abcdef|letmein|admin|headroom/i;

/** One plain sentence about a new password. A hint, not a gate: only the length is required. */
export function passwordHint(password: string): string {
  const missing = passwordMinimum - password.length;
  if (password === '') return `At least ${passwordMinimum} characters. Several unrelated words are easy to remember and hard to guess.`;
  if (missing > 0) return `${missing} more ${missing === 1 ? 'character' : 'characters'} needed.`;
  if (easy.test(password) || new Set(password).size < 6) return 'Long enough, but easy to guess.';
  return password.length >= 18 ? 'Strong.' : 'Good. Longer is better still.';
}
