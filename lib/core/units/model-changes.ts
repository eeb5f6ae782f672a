import type { Day } from '../time/days';

/** Tasks of a type that ran on a model on a day. */
export interface ModelTasks {
  taskType: string;
  day: Day;
  model: string;
  tasks: number;
}

interface MainModel {
  model: string;
  /** Of all tasks of these days, 0 to 1. */
  share: number;
}

/** On `day` another model took over most of a type's tasks. */
export interface ModelChange {
  taskType: string;
  day: Day;
  before: MainModel;
  after: MainModel;
  /** Days with tasks that were looked at, before and from `day` on. */
  days: { before: number; after: number };
}

/** So many days with tasks speak on either side. */
export const WINDOW_DAYS = 7;
/** Fewer tasks than this on a side say nothing. */
const FEWEST_TASKS = 5;
/** The new model has at least so much more of the tasks than before: two that take turns are no change. */
const MOVED_SHARE = 0.25;

/** Where the largest model of a task type became another one, by the days with tasks on either side, in order of days. */
export function mainModelChanges(tasks: readonly ModelTasks[]): ModelChange[] {
  const types = new Map<string, Map<Day, ModelTasks[]>>();
  for (const t of tasks) {
    const days = types.get(t.taskType) ?? new Map<Day, ModelTasks[]>();
    types.set(t.taskType, days.set(t.day, [...(days.get(t.day) ?? []), t]));
  }
  return [...types]
    .flatMap(([taskType, days]) => {
      const inOrder = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
      return changesOf(inOrder).map((change) => ({ taskType, ...change }));
    })
    .sort((a, b) => (a.day === b.day ? (a.taskType < b.taskType ? -1 : 1) : a.day < b.day ? -1 : 1));
}

function changesOf(days: readonly (readonly [Day, readonly ModelTasks[]])[]): Omit<ModelChange, 'taskType'>[] {
  const changes: Omit<ModelChange, 'taskType'>[] = [];
  let since = 0;
  days.forEach(([day, own], i) => {
    const before = days.slice(Math.max(since, i - WINDOW_DAYS), i);
    const after = days.slice(i, i + WINDOW_DAYS);
    const [was, is] = [countOf(before.flatMap(([, t]) => t)), countOf(after.flatMap(([, t]) => t))];
    if (!was.main || !is.main || was.all < FEWEST_TASKS || is.all < FEWEST_TASKS) return;
    // it begins on a day of its own, not where a window first reaches it
    if (is.main === was.main || countOf(own).main !== is.main) return;
    if (is.shareOf(is.main) - was.shareOf(is.main) < MOVED_SHARE) return;
    since = i;
    changes.push({
      day,
      before: { model: was.main, share: was.shareOf(was.main) },
      after: { model: is.main, share: is.shareOf(is.main) },
      days: { before: before.length, after: after.length },
    });
  });
  return changes;
}

function countOf(tasks: readonly ModelTasks[]) {
  const byModel = new Map<string, number>();
  for (const t of tasks) byModel.set(t.model, (byModel.get(t.model) ?? 0) + t.tasks);
  const all = tasks.reduce((n, t) => n + t.tasks, 0);
  const [main] = [...byModel].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0] ?? [];
  return { all, main, shareOf: (model: string) => (all === 0 ? 0 : (byModel.get(model) ?? 0) / all) };
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const span = (days: number): string => (days === 1 ? 'day' : `${days} days`);

/** "support: mainly claude-haiku-4-5 from here (82 % of tasks in 7 days), gpt-5 before (91 % in 7 days)." */
export const modelChangeWords = ({ taskType, before, after, days }: ModelChange): string =>
  `${taskType}: mainly ${after.model} from here on (${percent(after.share)} of the tasks of the next ${span(days.after)}), before ${before.model} (${percent(before.share)} of those of the last ${span(days.before)}).`;
