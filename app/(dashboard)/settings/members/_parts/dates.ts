const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

export const dayOf = (at: string): string => day.format(new Date(at));

/** "just now", "12 min ago", "5 h ago", then the day. */
export function seenInWords(at: string | null, now: Date): string {
  if (!at) return 'never';
  const minutes = Math.floor((now.getTime() - new Date(at).getTime()) / 60_000);
  if (minutes < 6) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  return minutes < 24 * 60 ? `${Math.floor(minutes / 60)} h ago` : dayOf(at);
}
