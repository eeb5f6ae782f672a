import type { Day } from './calendar';
import { millionths } from './random';

/** An invented company; every id and address below is invented too. */
export const company = {
  name: 'Northwind Learning',
  subsidiary: 'Northwind Kids',
  billingContact: 'billing@northwind-learning.example',
  labContact: 'lab@northwind-learning.example',
} as const;

type Team = 'tutoring' | 'content' | 'search' | 'support' | 'platform' | 'research';
type Environment = 'prod' | 'staging' | 'dev';

export const teams: Record<Team, { app: string; costCenter: string }> = {
  tutoring: { app: 'tutor-chat', costCenter: 'CC-1010' },
  content: { app: 'lesson-writer', costCenter: 'CC-1020' },
  search: { app: 'course-search', costCenter: 'CC-1030' },
  support: { app: 'help-desk', costCenter: 'CC-1040' },
  platform: { app: 'model-gateway', costCenter: 'CC-2010' },
  research: { app: 'learning-lab', costCenter: 'CC-3010' },
};

/** Who runs something. What nobody tagged still has an owner, but the bill does not say whom. */
export interface Workload {
  team: Team;
  environment: Environment;
  app: string;
  tagged: boolean;
}

export function work(team: Team, environment: Environment = 'prod'): Workload {
  return { team, environment, app: teams[team].app, tagged: true };
}

/** Something old that nobody tagged. */
export function untagged(app: string, environment: Environment = 'prod'): Workload {
  return { team: 'platform', environment, app, tagged: false };
}

export function tagsOf({ team, environment, app, tagged }: Workload): Record<string, string> {
  return tagged ? { team, env: environment, app } : {};
}

/** How a need develops from the oldest month (first figure) to the end of the current one (last), in permille. */
const curves = {
  steady: [1000, 1010, 1020, 1030, 1040, 1060, 1070, 1080, 1100, 1110, 1120, 1140, 1150, 1160],
  rising: [1000, 1060, 1130, 1210, 1290, 1380, 1480, 1580, 1690, 1800, 1910, 2030, 2150, 2270],
  fading: [1000, 960, 910, 850, 780, 710, 640, 570, 500, 440, 380, 330, 290, 260],
  newInSpring: [0, 0, 0, 0, 0, 0, 120, 360, 600, 800, 960, 1100, 1230, 1350],
  newInSummer: [0, 0, 0, 0, 0, 0, 0, 0, 0, 130, 390, 640, 850, 1000],
  newest: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 250, 600, 900],
} satisfies Record<string, number[]>;

/** A need that repeats each day: how many units of what is counted (tokens, thousandths of an hour, …) at the start. */
export interface Demand {
  key: string;
  workload: Workload;
  perDay: number;
  curve: keyof typeof curves;
  /** Machines that never sleep know no weekend and no chance. */
  always?: boolean;
}

const week: Record<Environment, number[]> = {
  prod: [1030, 1060, 1070, 1050, 960, 700, 740],
  staging: [1050, 1080, 1080, 1060, 980, 260, 240],
  dev: [1060, 1100, 1110, 1080, 940, 150, 140],
};

/** Whole units of that day. */
export function unitsOn({ key, workload, perDay, curve, always }: Demand, day: Day): bigint {
  if (always) return BigInt(perDay);
  const from = curves[curve][day.month] ?? 0;
  const to = curves[curve][day.month + 1] ?? from;
  // Interpolated in millionths: a step on the first of a month would look like an event.
  const level = from * 1000 + (to - from) * day.permilleOfMonth;
  const rhythm = week[workload.environment][day.weekday] ?? 1000;
  return (BigInt(perDay) * BigInt(level) * BigInt(rhythm) * millionths(`${key} ${day.date}`, 55_000)) / 1_000_000_000_000_000n;
}
