import type { Day } from '../time/days';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const month = (day: Day) => months[Number(day.slice(5, 7)) - 1];

/** "18 Nov": in a sentence about these days, where the year is plain. */
export const dayWords = (day: Day): string => `${Number(day.slice(8))} ${month(day)}`;

/** "Nov 2026". */
export const monthWords = (day: Day): string => `${month(day)} ${day.slice(0, 4)}`;
