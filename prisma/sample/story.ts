import { addDays, firstOfMonth, monthsBefore, weekdayOf } from './calendar';

/** What happened at Northwind Learning, as dates; every `to` is exclusive. */
export interface Story {
  /** Tutoring's gpt-5 output on Azure is eight times the usual, Tuesday to Friday, three months ago. */
  billShock: { from: string; to: string; factor: number };
  /** An experiment of research runs away on Claude Opus, three days ago. */
  runawayDay: string;
  /** The AWS month of which a preliminary and a final version exist: two months ago. */
  restatedMonth: string;
  /** The Azure PTU reservation runs for a year from the oldest day on; it is renewed on the first of the current month. */
  reservationFrom: string;
  reservationRenewed: string;
  /** From here on Azure meters models under another category. */
  meterCategoryRenamed: string;
  /** Hourly rows in the AWS report instead of daily ones. */
  hourlyFrom: string;
  /** The second version of the support agent answers, in the second week of last month. */
  newSupportAgent: string;
  /** The hand-made export of the second OpenAI organisation begins. */
  dashboardFrom: string;
}

export function storyOf(today: string): Story {
  const ninth = addDays(firstOfMonth(today, monthsBefore - 3), 8);
  const tuesday = addDays(ninth, (8 - weekdayOf(ninth)) % 7);
  return {
    billShock: { from: tuesday, to: addDays(tuesday, 4), factor: 8 },
    runawayDay: addDays(today, -3),
    restatedMonth: firstOfMonth(today, monthsBefore - 2).slice(0, 7),
    reservationFrom: firstOfMonth(today, 0),
    reservationRenewed: firstOfMonth(today, monthsBefore),
    meterCategoryRenamed: firstOfMonth(today, 5),
    hourlyFrom: addDays(today, -7),
    newSupportAgent: addDays(firstOfMonth(today, monthsBefore - 1), 7),
    dashboardFrom: addDays(today, -7),
  };
}
