import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import type { Range } from '../../core/time/period';
import { channelOfProvider } from '../../core/usage/channels';
import { type UsagePolicy, violations } from '../../core/usage/policy';
import { MoneySums } from '../../core/usage/summary';
import { prisma } from '../../db/client';
import { modelCosts } from '../../db/queries/model-costs';
import { eventsWithoutInvoice, type UnattributedRow, unattributedCosts, type WithoutInvoice } from '../../db/queries/unattributed';
import { recordAudit } from '../../db/records/audit';
import { listPlaceNotes, savePlaceNote } from '../../db/records/unattributed-notes';
import { findPolicy, savePolicy } from '../../db/records/usage-policy';

export interface UnattributedLine extends UnattributedRow {
  /** Names the line for notes: provider, account, resource, model. */
  place: string;
  why: string;
  owner: string | null;
  note: string;
}

export interface Unattributed {
  period: Range;
  totals: { currency: string; invoice: string; attributed: string; idle: string; unattributed: string }[];
  lines: UnattributedLine[];
  withoutInvoice: WithoutInvoice[];
  violations: {
    provider: string;
    model: string | null;
    region: string | null;
    vendor: string | null;
    currency: string;
    effective: string;
    why: string[];
  }[];
  policy: UsagePolicy | null;
}

const placeOf = (r: Pick<UnattributedRow, 'provider' | 'account' | 'resource' | 'model'>): string =>
  [r.provider, r.account ?? '', r.resource ?? '', r.model ?? ''].join(' | ');

/** AI spend of the bills that no event explains, events that no bill pays for, and what breaks the list of what is approved. Exact, per currency. */
export async function getUnattributed(actor: Actor, period: Range): Promise<Unattributed> {
  requirePermission(actor, 'events:read');
  const [rows, withoutInvoice, notes, policy, models] = await Promise.all([
    unattributedCosts(actor.organizationId, period),
    eventsWithoutInvoice(actor.organizationId, period),
    listPlaceNotes(actor.organizationId),
    findPolicy(actor.organizationId),
    modelCosts(actor.organizationId, period),
  ]);
  const noteOf = new Map(notes.map((n) => [n.place, n]));
  return {
    period,
    totals: totalsOf(rows),
    lines: rows
      .filter((r) => Number(r.unattributed) !== 0 || Number(r.idle) !== 0)
      .map((r) => {
        const place = placeOf(r);
        return { ...r, place, why: whyOf(r), owner: noteOf.get(place)?.owner ?? null, note: noteOf.get(place)?.note ?? '' };
      }),
    withoutInvoice,
    violations: broken(models, policy),
    policy,
  };
}

function totalsOf(rows: readonly UnattributedRow[]): Unattributed['totals'] {
  const sums = { invoice: new MoneySums(), attributed: new MoneySums(), idle: new MoneySums(), unattributed: new MoneySums() };
  for (const r of rows) for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key].add(r.currency, r[key]);
  const of = (key: keyof typeof sums, currency: string) => sums[key].list().find((s) => s.currency === currency)?.amount ?? '0';
  return sums.invoice.list().map(({ currency, amount }) => ({
    currency,
    invoice: amount,
    attributed: of('attributed', currency),
    idle: of('idle', currency),
    unattributed: of('unattributed', currency),
  }));
}

function whyOf(r: UnattributedRow): string {
  if (Number(r.attributed) !== 0 && Number(r.unattributed) === 0) return 'provisioned hours in which nothing was called';
  if (r.model === null)
    return r.tier === 'provisioned'
      ? 'capacity that no event used'
      : 'no model is named on the bill: a machine, a tool, storage or an unknown meter';
  if (channelOfProvider(r.provider) === null) return 'no events come from this provider';
  if (Number(r.attributed) !== 0) return 'some days have no event of this account and model';
  return 'no event names this account and model';
}

function broken(models: Awaited<ReturnType<typeof modelCosts>>, policy: UsagePolicy | null): Unattributed['violations'] {
  const found = new Map<string, Unattributed['violations'][number]>();
  const sums = new Map<string, MoneySums>();
  for (const m of models) {
    const why = violations(
      { vendor: m.vendor, model: m.model, region: m.region, channel: channelOfProvider(m.provider) ?? m.provider },
      policy,
    );
    if (why.length === 0) continue;
    const key = [m.provider, m.model, m.region, m.currency].join('\0');
    const sum = sums.get(key) ?? new MoneySums();
    sum.add(m.currency, m.effective);
    sums.set(key, sum);
    found.set(key, {
      provider: m.provider,
      model: m.model,
      region: m.region,
      vendor: m.vendor,
      currency: m.currency,
      effective: sum.list()[0]?.amount ?? '0',
      why,
    });
  }
  return [...found.values()];
}

export const NoteInput = z.object({
  place: z.string().min(1).max(800),
  owner: z.string().trim().max(120).nullable(),
  note: z.string().trim().max(2000).default(''),
});

/** Says who looks after spend that no event explains. Needs `scenarios:write`. */
export async function noteUnattributed(actor: Actor, input: z.input<typeof NoteInput>): Promise<void> {
  requirePermission(actor, 'scenarios:write');
  const note = NoteInput.parse(input);
  await prisma().$transaction(async (tx) => {
    await savePlaceNote(tx, actor.organizationId, {
      place: note.place,
      owner: note.owner || null,
      note: note.note,
      changedByName: actor.name,
    });
    await recordAudit(tx, actor, { action: 'unattributed.noted', subject: note.place, details: { owner: note.owner ?? '' } });
  });
}

/** Replaces the list of what is approved. Needs `policy:write`. */
export async function setPolicy(actor: Actor, policy: UsagePolicy): Promise<void> {
  requirePermission(actor, 'policy:write');
  await prisma().$transaction(async (tx) => {
    await savePolicy(tx, actor.organizationId, policy, actor.name);
    await recordAudit(tx, actor, {
      action: 'policy.changed',
      subject: 'approved vendors, models, regions',
      details: Object.fromEntries(Object.entries(policy).map(([k, v]) => [k, v.join(', ')])),
    });
  });
}

/** The unattributed lines over `[from, to)` for a terminal. Throws `invalid` for what are no days. */
export async function queryUnattributed(actor: Actor, { from, to }: { from: string; to: string }): Promise<Unattributed> {
  const day = z.iso.date();
  if (!day.safeParse(from).success || !day.safeParse(to).success || from >= to)
    throw new AppError('invalid', 'from and to are days like 2026-10-01, to after from.');
  return getUnattributed(actor, { from, to });
}
