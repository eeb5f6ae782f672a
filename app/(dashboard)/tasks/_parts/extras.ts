import type { Actor } from '@/lib/core/access/actor';
import { getQualityDays, getTaskQuality, type QualityDay, type TypeQuality } from '@/lib/services/tasks/get-task-quality';
import type { TasksHead } from '@/lib/services/tasks/get-tasks';
import { getCheapestAlternatives, type TypeAlternative } from '@/lib/services/what-if/cheapest-alternatives';

/** What takes longer than the table it stands in, and comes after it. Null where it could not be had. */
export interface Extras {
  quality: Promise<readonly TypeQuality[] | null>;
  alternatives: Promise<readonly TypeAlternative[] | null>;
}

const failed = (what: string) => (e: unknown) => {
  console.error(what, e);
  return null;
};

/** Begins to ask; nobody waits here. A part that fails leaves the page as it is. */
export function askExtras(actor: Actor, { slice, currency }: TasksHead): Extras {
  const { taskType: _, ...all } = slice;
  return {
    quality: getTaskQuality(actor, all).catch(failed('quality of tasks')),
    alternatives: getCheapestAlternatives(actor, all, currency).catch(failed('cheapest alternatives')),
  };
}

/** The days of the type that is looked at. */
export const askQualityDays = (actor: Actor, { slice, currency }: TasksHead): Promise<readonly QualityDay[] | null> =>
  getQualityDays(actor, slice, currency).catch(failed('quality by day'));
