import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import {
  type AllocationSettings,
  checkSettings,
  readAllocation,
  SharedSettings,
  writeAllocation,
} from '../../core/allocation/allocation-file';
import { most } from '../../core/allocation/limits';
import { PlacementList } from '../../core/allocation/placement';
import { readTreeCsv } from '../../core/allocation/tree-csv';
import { type TreePlan, treePlan } from '../../core/allocation/tree-plan';
import { type AllocationDimension, type AllocationRule, AllocationDimension as Dimension } from '../../core/allocation/types';
import { AppError } from '../../core/app-error';
import type { PlannedChange } from '../../core/plan';
import { ledgerChanged } from '../../db/ledger-news';
import { allocateAll, dropAllocation, holdAllocation } from '../../db/loading/allocate';
import { readSettings, deleteDimension as removeDimension, saveDimension, saveShared } from '../../db/records/allocation';
import { type AuditEntry, recordLedgerAudit } from '../../db/records/audit';
import { inTransaction } from '../../db/sql';
import { rulesOf } from './settings';

export interface AllocationSaved {
  outcome: 'saved' | 'unchanged';
  /** Profiles of charges that are allocated otherwise than before. */
  changed: number;
}

/** Replaces the rules of one dimension and allocates all charges by them, those of the past too. No stored charge changes. Needs `allocation:write`. */
export async function saveRules(actor: Actor, input: unknown): Promise<AllocationSaved & { rules: AllocationRule[] }> {
  requirePermission(actor, 'allocation:write');
  const dimension = Dimension.parse(input);
  const before = await readSettings(actor.organizationId);
  const isNew = !before.dimensions.some((d) => d.key === dimension.key);
  if (isNew && before.dimensions.length >= most.dimensions)
    throw new AppError('invalid', `There are ${most.dimensions} dimensions already, the most there can be.`);
  const dimensions = isNew ? [...before.dimensions, dimension] : before.dimensions.map((d) => (d.key === dimension.key ? dimension : d));
  const saved = await write(
    actor,
    before,
    { ...before, dimensions },
    {
      action: 'allocation.rules-changed',
      subject: dimension.title,
      details: { rules: dimension.rules.length },
    },
  );
  const after = await readSettings(actor.organizationId);
  return { ...saved, rules: after.dimensions.find((d) => d.key === dimension.key)?.rules ?? [] };
}

/** Takes a dimension and its rules away. Statements of closed months stay. Needs `allocation:write`. */
export async function deleteDimension(actor: Actor, key: string): Promise<void> {
  requirePermission(actor, 'allocation:write');
  const before = await readSettings(actor.organizationId);
  const found = before.dimensions.find((d) => d.key === key);
  if (!found) throw new AppError('not_found', `There is no allocation dimension "${key}".`);
  const after = { ...before, dimensions: before.dimensions.filter((d) => d !== found) };
  await write(actor, before, after, { action: 'allocation.dimension-deleted', subject: found.title });
}

/** Writes the shared costs, the tree or the tag synonyms; what is not given stays. Needs `allocation:write`. */
export async function changeShared(actor: Actor, input: z.input<typeof SharedSettings>): Promise<AllocationSaved> {
  requirePermission(actor, 'allocation:write');
  const given = SharedSettings.parse(input);
  const before = await readSettings(actor.organizationId);
  const words = { pools: 'Shared costs', tree: 'Tree', synonyms: 'Tag synonyms' } as const;
  const parts = (Object.keys(words) as (keyof typeof words)[]).filter((k) => given[k] !== undefined);
  const after = { ...before, ...Object.fromEntries(parts.map((k) => [k, given[k]])) };
  const [first] = parts;
  return write(actor, before, after, {
    action: parts.length === 1 && first ? `allocation.${first}-changed` : 'allocation.applied',
    subject: parts.map((k) => words[k]).join(', '),
  });
}

/**
 * Makes the tree what a CSV says: name, parent, kind, from, to. `changed` counts the places that were added, changed or went. Throws `invalid` with
 * file and line. Needs `allocation:write`.
 */
export async function importTree(actor: Actor, file: { name: string; text: string }): Promise<AllocationSaved> {
  const plan = await planTree(actor, file);
  const changed = plan.added.length + plan.changed.length + plan.removed.length;
  const { outcome } = await changeShared(actor, { tree: readTreeCsv(file.text, file.name) });
  return { outcome, changed };
}

/** What importing such a CSV would do, name by name; nothing is saved. Throws as importing does. Needs `allocation:write`. */
export async function planTree(actor: Actor, file: { name: string; text: string }): Promise<TreePlan> {
  requirePermission(actor, 'allocation:write');
  const tree = PlacementList.parse(readTreeCsv(file.text, file.name));
  const before = await readSettings(actor.organizationId);
  checkSettings({ ...before, tree });
  return treePlan(before.tree, tree);
}

/** Makes the allocation what a YAML or JSON file says, whole: what the file does not name is taken away. The same file again changes nothing. */
export async function applyAllocation(
  actor: Actor,
  file: { name: string; text: string },
  { dryRun = false } = {},
): Promise<PlannedChange[]> {
  requirePermission(actor, 'allocation:write');
  const wanted = readAllocation(file.text, file.name);
  const before = await readSettings(actor.organizationId);
  const after = {
    ...wanted,
    dimensions: wanted.dimensions.map((d) =>
      withNumbers(
        d,
        before.dimensions.find((b) => b.key === d.key),
      ),
    ),
  };
  const plan: PlannedChange[] = [
    ...after.dimensions.map((d): PlannedChange => {
      const was = before.dimensions.find((b) => b.key === d.key);
      const fields = was ? (['title', 'rules'] as const).filter((k) => !isDeepStrictEqual(was[k], d[k])) : [];
      return { action: was ? (fields.length ? 'change' : 'unchanged') : 'create', name: `dimension ${d.key}`, fields };
    }),
    ...before.dimensions.flatMap((b): PlannedChange[] =>
      after.dimensions.some((d) => d.key === b.key) ? [] : [{ action: 'delete', name: `dimension ${b.key}`, fields: [] }],
    ),
    ...(['synonyms', 'pools', 'tree'] as const).map(
      (name): PlannedChange => ({ action: isDeepStrictEqual(before[name], after[name]) ? 'unchanged' : 'change', name, fields: [] }),
    ),
  ];
  if (!dryRun && plan.some((p) => p.action !== 'unchanged'))
    await write(actor, before, after, { action: 'allocation.applied', subject: file.name });
  return plan;
}

/** The allocation as such a file. Needs `allocation:read`. */
export async function exportAllocation(actor: Actor): Promise<string> {
  requirePermission(actor, 'allocation:read');
  return writeAllocation(await readSettings(actor.organizationId));
}

/** Rules of a file have no numbers: one that is the same as before keeps its own, so that what it allocated stays as it is. */
function withNumbers(dimension: AllocationDimension, before: AllocationDimension | undefined): AllocationDimension {
  const left = [...(before?.rules ?? [])];
  const rules = dimension.rules.map((rule) => {
    const { id: _, ...bare } = rule;
    const at = left.findIndex(({ id: __, ...known }) => isDeepStrictEqual(known, bare));
    const [same] = at < 0 ? [] : left.splice(at, 1);
    return same ?? bare;
  });
  return { ...dimension, rules };
}

/** Writes what differs and allocates by it, all in one transaction: who reads meanwhile sees what was there before. */
async function write(actor: Actor, before: AllocationSettings, after: AllocationSettings, audit: AuditEntry): Promise<AllocationSaved> {
  checkSettings(after);
  const organization = actor.organizationId;
  const differs = (key: 'synonyms' | 'pools' | 'tree') => !isDeepStrictEqual(before[key], after[key]);
  const rewritten = after.dimensions.filter(
    (d) =>
      !isDeepStrictEqual(
        d,
        before.dimensions.find((b) => b.key === d.key),
      ),
  );
  const gone = before.dimensions.filter((b) => !after.dimensions.some((d) => d.key === b.key));
  const isShared = differs('synonyms') || differs('pools') || differs('tree');
  if (rewritten.length === 0 && gone.length === 0 && !isShared) return { outcome: 'unchanged', changed: 0 };
  const readAnew = differs('synonyms') || differs('tree') ? after.dimensions : rewritten;
  const changed = await inTransaction(organization, async (client) => {
    await holdAllocation(client, organization);
    for (const { key } of gone) {
      await removeDimension(client, organization, key);
      await dropAllocation(client, organization, key);
    }
    const saved = new Map<string, AllocationDimension>();
    for (const d of rewritten) saved.set(d.key, { ...d, rules: await saveDimension(client, organization, d, actor.name) });
    if (isShared) await saveShared(client, organization, after, actor.name);
    let count = 0;
    for (const d of readAnew) count += await allocateAll(client, organization, rulesOf(after, saved.get(d.key) ?? d));
    await client.query(ledgerChanged(organization));
    await recordLedgerAudit(client, actor, { ...audit, details: { ...audit.details, profiles: count } });
    return count;
  });
  return { outcome: 'saved', changed };
}
