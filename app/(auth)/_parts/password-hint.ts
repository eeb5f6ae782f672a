import { type About, passwordMinimum, weaknessOf } from '@/lib/core/access/password';

/** One plain sentence about a new password, while it is typed. What is refused says so before it is sent. */
export function passwordHint(password: string, about: About = {}): string {
  const missing = passwordMinimum - password.length;
  if (password === '') return `At least ${passwordMinimum} characters. Several unrelated words are easy to remember and hard to guess.`;
  if (missing > 0) return `${missing} more ${missing === 1 ? 'character' : 'characters'} needed.`;
  return weaknessOf(password, about) ?? (password.length >= 18 ? 'Strong.' : 'Good. Longer is better still.');
}
