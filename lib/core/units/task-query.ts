import { PeriodAsk } from '../costs/cost-query';
import { type Asked, oneOf, pageOf, textOf } from '../input/address';
import { isCurrency } from '../money/currency';

/** What tasks can be grouped by, and their columns. */
export const taskGroups = {
  task_type: 'Task type',
  customer: 'Customer',
  team: 'Team',
  model: 'Model',
  channel: 'Channel',
  feature: 'Feature',
  agent: 'Agent',
} as const;
export type TaskGroup = keyof typeof taskGroups;
export const isTaskGroup = (word: string): word is TaskGroup => Object.hasOwn(taskGroups, word);

/** Invoice: what the bills say. List: what the price book says of the same calls. */
export const bases = ['invoice', 'list'] as const;
export type Basis = (typeof bases)[number];

/** What a cost is of. Any other word is an imported metric. */
export const taskUnits = { task: 'task', success: 'successful task', request: 'call', customer: 'customer', feature: 'feature' } as const;
export type TaskUnit = keyof typeof taskUnits;
export const isTaskUnit = (word: string): word is TaskUnit => Object.hasOwn(taskUnits, word);

/** A run whose prompt grew this many times from call to call goes round in a loop, or carries too much along. */
export const LOOP_GROWTHS = 9;
/** Below this share of cost with a task the unit costs speak of too little. */
export const WANTED_COVERAGE = 0.9;

/** Tasks without a type or a team, as an address says it. */
export const NO_TYPE = '(none)';
/** Steps of the histogram in a power of ten: bucket `n` holds costs from 10^(n/4) up to 10^((n+1)/4). */
export const STEPS_PER_TEN = 4;
export const OUTLIERS_PER_PAGE = 50;

const shows = ['all', 'dear', 'loops'] as const;

/** What is asked of tasks. */
export interface TaskQuery extends PeriodAsk {
  ccy: string | null;
  basis: Basis;
  unit: string;
  task: string | null;
  team: string | null;
  by: TaskGroup;
  show: (typeof shows)[number];
  page: number;
}

/** The address of a view of tasks. What is unknown or malformed falls back to its default and never reaches SQL. */
export const TaskQuery = {
  parse: (asked: Asked): TaskQuery => ({
    ...PeriodAsk.parse(asked),
    ccy: isCurrency(asked.ccy) ? asked.ccy : null,
    basis: oneOf(bases, asked.basis, 'invoice'),
    unit: textOf(asked.unit, 80) ?? 'task',
    task: textOf(asked.task, 512),
    team: textOf(asked.team, 200),
    by: typeof asked.by === 'string' && isTaskGroup(asked.by) ? asked.by : 'customer',
    show: oneOf(shows, asked.show, 'all'),
    page: pageOf(asked.page),
  }),
};
