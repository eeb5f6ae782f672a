import type { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { csvLine, csvStart } from '../../core/csv/cell';
import { runWhatIf, type WhatIfQuery } from './run-what-if';

const head = ['task_type', 'currency', 'events', 'actual_list_cost', 'scenario_list_cost', 'difference', 'note'];

/** Each task type, what is left out of both sides and why, and the totals; exact decimals. Needs `events:read`. */
export async function exportWhatIf(actor: Actor, input: z.input<typeof WhatIfQuery>): Promise<string> {
  const { lines, unpriced, totals } = await runWhatIf(actor, input);
  const rows = [
    ...lines.map((l) => [l.taskType ?? '', l.currency, String(l.events), l.actual, l.scenario, l.difference, '']),
    ...unpriced.map((u) => ['', u.currency ?? '', String(u.events), u.actual ?? '', '', '', `left out of both sides: ${u.why}`]),
    ...totals.map((t) => ['', t.currency, String(t.events), t.actual, t.scenario, t.difference, 'total of what is priced on both sides']),
  ];
  return csvStart + [head, ...rows].map(csvLine).join('');
}
