import { z } from 'zod';
import { rangeFault } from '../costs/cost-query';
import { namedPeriods } from '../time/period';

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

/** The address of a view of tasks. What is unknown or malformed falls back to its default and never reaches SQL. */
export const TaskQuery = z
  .object({
    period: z.enum(namedPeriods).catch('mtd'),
    from: z.iso.date().optional().catch(undefined),
    to: z.iso.date().optional().catch(undefined),
    ccy: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable()
      .catch(null),
    basis: z.enum(bases).catch('invoice'),
    unit: z.string().min(1).max(80).catch('task'),
    task: z.string().min(1).max(80).nullable().catch(null),
    team: z.string().min(1).max(200).nullable().catch(null),
    by: z.enum(Object.keys(taskGroups) as [TaskGroup, ...TaskGroup[]]).catch('customer'),
    show: z.enum(['all', 'dear', 'loops']).catch('all'),
    page: z.coerce.number().int().min(1).max(10_000).catch(1),
  })
  .transform((q) => (rangeFault(q.from, q.to) ? { ...q, from: undefined, to: undefined } : q));
export type TaskQuery = z.infer<typeof TaskQuery>;
