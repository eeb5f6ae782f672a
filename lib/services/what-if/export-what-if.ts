import type { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { csvLine, csvStart } from '../../core/csv/cell';
import { runWhatIf, type WhatIfQuery } from './run-what-if';

const head = ['task_type', 'currency', 'events', 'actual_list_cost', 'scenario_list_cost', 'difference', 'note', 'agreement'];

/**
 * Each task type, what had to be assumed, what is left out of both sides and why, the totals, and below them what agreements make of them; exact decimals. Needs
 * `events:read` and `agreements:read`.
 */
export async function exportWhatIf(actor: Actor, input: z.input<typeof WhatIfQuery>, today: string): Promise<string> {
  const { lines, assumed, unpriced, totals, sideEffects } = await runWhatIf(actor, input, today);
  const rows = [
    ...lines.map((l) => [l.taskType ?? '', l.currency, String(l.events), l.actual, l.scenario, l.difference, '']),
    ...assumed.map((a) => ['', '', String(a.events), '', '', '', `assumed: ${a.words}`]),
    ...unpriced.map((u) => ['', u.currency ?? '', String(u.events), u.actual ?? '', '', '', `left out of both sides: ${u.why}`]),
    ...totals.map((t) => ['', t.currency, String(t.events), t.actual, t.scenario, t.difference, 'total of what is priced on both sides']),
    ...sideEffects.effects.map((e) => [
      ...['', e.currency, ''],
      ...[e.before ?? '', e.after ?? '', e.money ?? ''],
      ...[`${e.what} of an agreement, ${e.from} to ${e.to ?? 'no end'}${e.notes.map((n) => `; ${n}`).join('')}`, e.agreement],
    ]),
    ...sideEffects.effects.flatMap((e) =>
      e.unknown.map((u) => [
        ...['', u.currency ?? '', String(u.events)],
        ...[u.list ?? '', '', '', `not known of an agreement: ${u.why}`, e.agreement],
      ]),
    ),
    ...(sideEffects.effects.length === 0
      ? []
      : sideEffects.net.map((n) => ['', n.currency, '', '', '', n.net, 'difference after what agreements make of it'])),
  ];
  return csvStart + [head, ...rows.map((row) => [...row, ...head.slice(row.length).map(() => '')])].map(csvLine).join('');
}
