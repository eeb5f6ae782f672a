const dayMs = 86_400_000;

/** The UTC days of a half-open range. */
export function daysBetween(from: string, to: string): string[] {
  const start = Date.parse(`${from}T00:00:00Z`);
  const count = Math.round((Date.parse(`${to}T00:00:00Z`) - start) / dayMs);
  return Array.from({ length: Math.max(0, count) }, (_, i) => new Date(start + i * dayMs).toISOString().slice(0, 10));
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** "3 Nov", in UTC whatever the reader's clock says. */
export const shortDay = (day: string): string => `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1] ?? ''}`;

/** "Nov". */
export const monthName = (day: string): string => months[Number(day.slice(5, 7)) - 1] ?? '';

/** "Tue 3 Nov 2026". */
export const longDay = (day: string): string =>
  `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''} ${shortDay(day)} ${day.slice(0, 4)}`;

/** About `count` days to name on the axis: evenly spaced, the first always among them. */
export function labelledDays(days: readonly string[], count = 8): string[] {
  const step = Math.max(1, Math.ceil(days.length / count));
  return days.filter((_, i) => i % step === 0);
}
