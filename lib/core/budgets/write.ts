import { writeThreshold } from './thresholds';
import type { Budget } from './types';

/** A budget as a file writes it: the reverse of `readBudget`. What has its usual value is left out. */
export function writeBudget(b: Budget): Record<string, unknown> {
  const { window: w, amount: a } = b;
  return {
    name: b.name,
    ...(b.owner && { owner: b.owner }),
    ...(b.parent && { parent: b.parent }),
    ...(b.filter.length && { filter: b.filter }),
    measure: b.measure,
    ...(b.currency && { currency: b.currency }),
    period: w.period,
    ...(w.days !== null && { days: String(w.days) }),
    ...(w.fiscalStart !== 1 && { fiscal_start: String(w.fiscalStart) }),
    ...(w.periods.length && { periods: w.periods }),
    ...(w.zone !== 'UTC' && { zone: w.zone }),
    ...(a.kind === 'dated' ? { amounts: a.amounts } : { amount: a.amount }),
    ...(a.kind === 'growing' && { growth: a.growth, since: a.since }),
    ...(a.kind === 'carried' && { carry: 'true', since: a.since }),
    ...(b.per && { per: b.per }),
    thresholds: b.thresholds.map(writeThreshold),
    ...(b.notes && { notes: b.notes }),
  };
}
