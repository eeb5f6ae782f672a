import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { expectedKinds } from '../../core/anomalies/expected';
import { AppError } from '../../core/app-error';
import { parseFilters, writeFilter } from '../../core/costs/cost-query';
import { addDays } from '../../core/time/days';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { deleteExpected, type ExpectedRecord, insertExpected, listExpected as list } from '../../db/records/expected-events';
import { daysInWords, placeOf } from './describe';

/** Days are half-open; a new normal has no end. */
export const ExpectedRequest = z
  .object({
    kind: z.enum(expectedKinds),
    name: z.string({ error: 'Give it a name.' }).trim().min(1, 'Give it a name.').max(120, 'At most 120 characters.'),
    filters: z
      .array(z.string().max(2_000))
      .min(1, 'Say of which costs: `filters` is empty.')
      .max(20)
      .refine((list) => list.every((f) => parseFilters([f]).length === 1), 'holds a filter that is none, like provider:aws'),
    from: z.iso.date(),
    to: z.iso.date().nullable().default(null),
  })
  .refine((e) => (e.kind === 'event') === (e.to !== null), { path: ['to'], message: 'An event has an end, a new normal has none.' })
  .refine((e) => e.to === null || (e.from < e.to && e.to <= addDays(e.from, 92)), {
    path: ['to'],
    message: 'An event ends after it begins, and within three months.',
  });

/** What was said to be expected, as a page and a machine read it. */
export interface ExpectedRow {
  id: number;
  kind: ExpectedRecord['kind'];
  name: string;
  /** "claude-opus on Bedrock". */
  place: string;
  filters: string[];
  from: string;
  to: string | null;
  /** "on 28 Aug", "since 28 Aug". */
  days: string;
  createdByName: string;
  createdAt: string;
}

export async function listExpected(actor: Actor): Promise<ExpectedRow[]> {
  requirePermission(actor, 'alerts:read');
  return (await list(actor.organizationId)).map(rowOf);
}

/** Days that were planned, or a level that is usual from a day on: neither stands out any more. Can be taken back with `forget`. */
export async function expectCosts(actor: Actor, input: z.input<typeof ExpectedRequest>): Promise<{ id: number }> {
  requirePermission(actor, 'alerts:write');
  const { filters, ...said } = ExpectedRequest.parse(input);
  const parsed = parseFilters(filters);
  return prisma().$transaction(async (tx) => {
    const made = await insertExpected(tx, actor.organizationId, { ...said, filters: parsed, createdByName: actor.name });
    const details = { place: placeOf(parsed).slice(0, 200), from: said.from, to: said.to };
    await recordAudit(tx, actor, { action: `expected.${said.kind}`, subject: said.name, details });
    return made;
  });
}

/** Takes back what was said to be expected: the days are judged again. */
export async function forgetExpected(actor: Actor, id: number): Promise<void> {
  requirePermission(actor, 'alerts:write');
  await prisma().$transaction(async (tx) => {
    const [name] = await deleteExpected(tx, actor.organizationId, id);
    if (name === undefined) throw new AppError('not_found', 'Nothing like that was marked, or it was taken back before.');
    await recordAudit(tx, actor, { action: 'expected.withdrawn', subject: name });
  });
}

const rowOf = ({ id, kind, name, filters, from, to, createdByName, createdAt }: ExpectedRecord): ExpectedRow => ({
  id,
  kind,
  name,
  place: placeOf(filters),
  filters: filters.map(writeFilter),
  from,
  to,
  days: to === null ? daysInWords(from, from).replace('on', 'since') : daysInWords(from, addDays(to, -1)),
  createdByName,
  createdAt: createdAt.toISOString(),
});
