/** Where to go after signing in: a path of our own site with its parameters, or the overview. */
export function safeNextPath(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.startsWith('//')) return '/';
  // A backslash is a slash to browsers; control characters are dropped by them, which can make `//` out of what is not.
  if (next.includes('\\') || [...next].some((c) => c.charCodeAt(0) < 0x20 || c.charCodeAt(0) === 0x7f)) return '/';
  return new URL(next, 'http://own.invalid').origin === 'http://own.invalid' ? next : '/';
}

export const signInPath = (next: string): string => (next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
