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
import type { AllocationSaved, Editions } from '../../core/allocation/editions';
import { most } from '../../core/allocation/limits';
import { PlacementList } from '../../core/allocation/placement';
import { readTreeCsv } from '../../core/allocation/tree-csv';
import { type TreePlan, treePlan } from '../../core/allocation/tree-plan';
import { type AllocationDimension, type AllocationRule, DimensionChange } from '../../core/allocation/types';
import { AppError } from '../../core/app-error';
import type { PlannedChange } from '../../core/plan';
import { ledgerChanged } from '../../db/ledger-news';
import { allocateAll, dropAllocation, holdAllocation, idlePools } from '../../db/loading/allocate';
import { readSettings, deleteDimension as removeDimension, saveDimension, saveShared } from '../../db/records/allocation';
import { type AuditEntry, recordLedgerAudit } from '../../db/records/audit';
import { inTransaction } from '../../db/sql';
import { editionsOf, requireEdition } from './editions';
import { rulesOf } from './settings';

/** What a change makes of the settings as they are when its turn comes. Throws what speaks against it. */
type Change = (before: AllocationSettings, editions: Editions) => Promise<{ after: AllocationSettings; audit: AuditEntry }>;

/**
 * Replaces the rules of one dimension and allocates all charges by them, those of the past too. No stored charge changes. Throws `conflict` where `base` is
 * given and the rules are others by now. Needs `allocation:write`.
 */
export async function saveRules(actor: Actor, input: unknown): Promise<AllocationSaved & { rules: AllocationRule[] }> {
  requirePermission(actor, 'allocation:write');
  const { base, ...dimension } = DimensionChange.parse(input);
  const { settings, ...saved } = await write(actor, async (before, editions) => {
    const was = before.dimensions.find((d) => d.key === dimension.key);
    await requireEdition(actor.organizationId, editions, { dimension: was ?? dimension }, base);
    if (!was && before.dimensions.length >= most.dimensions)
      throw new AppError('invalid', `There are ${most.dimensions} dimensions already, the most there can be.`);
    const dimensions = was ? before.dimensions.map((d) => (d === was ? dimension : d)) : [...before.dimensions, dimension];
    const details = { rules: dimension.rules.length };
    return { after: { ...before, dimensions }, audit: { action: 'allocation.rules-changed', subject: dimension.title, details } };
  });
  return { ...saved, rules: settings.dimensions.find((d) => d.key === dimension.key)?.rules ?? [] };
}

/** Takes a dimension and its rules away. Statements of closed months stay. Throws as `saveRules` does. Needs `allocation:write`. */
export async function deleteDimension(actor: Actor, key: string, base?: string): Promise<void> {
  requirePermission(actor, 'allocation:write');
  await write(actor, async (before, editions) => {
    const found = before.dimensions.find((d) => d.key === key);
    if (!found) throw new AppError('not_found', `There is no allocation dimension "${key}".`);
    await requireEdition(actor.organizationId, editions, { dimension: found }, base);
    const after = { ...before, dimensions: before.dimensions.filter((d) => d !== found) };
    return { after, audit: { action: 'allocation.dimension-deleted', subject: found.title } };
  });
}

/** Writes the shared costs, the tree or the tag synonyms; what is not given stays. Throws `conflict` as `saveRules` does. Needs `allocation:write`. */
export async function changeShared(actor: Actor, input: z.input<typeof SharedSettings>): Promise<AllocationSaved> {
  requirePermission(actor, 'allocation:write');
  const { base, ...given } = SharedSettings.parse(input);
  const words = { pools: 'Shared costs', tree: 'Tree', synonyms: 'Tag synonyms' } as const;
  const parts = (Object.keys(words) as (keyof typeof words)[]).filter((k) => given[k] !== undefined);
  const [first] = parts;
  const audit = {
    action: parts.length === 1 && first ? `allocation.${first}-changed` : 'allocation.applied',
    subject: parts.map((k) => words[k]).join(', '),
  };
  const { settings: _, ...saved } = await write(actor, async (before, editions) => {
    for (const part of parts) await requireEdition(actor.organizationId, editions, { part }, base[part]);
    return { after: { ...before, ...Object.fromEntries(parts.map((k) => [k, given[k]])) }, audit };
  });
  return saved;
}

/**
 * Makes the tree what a CSV says: name, parent, kind, from, to. `changed` counts the places that were added, changed or went. Throws `invalid` with
 * file and line, `conflict` where the tree is another than that of `base`. Needs `allocation:write`.
 */
export async function importTree(actor: Actor, { base, ...file }: { name: string; text: string; base?: string }): Promise<AllocationSaved> {
  const plan = await planTree(actor, file);
  const changed = plan.added.length + plan.changed.length + plan.removed.length;
  return { ...(await changeShared(actor, { tree: readTreeCsv(file.text, file.name), base: { tree: base } })), changed };
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
  { dryRun = false, base }: { dryRun?: boolean; base?: string } = {},
): Promise<PlannedChange[]> {
  requirePermission(actor, 'allocation:write');
  const wanted = readAllocation(file.text, file.name);
  if (dryRun) return planOf(await readSettings(actor.organizationId), wanted);
  let plan: PlannedChange[] = [];
  await write(actor, async (before, editions) => {
    await requireEdition(actor.organizationId, editions, { part: 'all' }, base);
    plan = planOf(before, wanted);
    return { after: numbered(wanted, before), audit: { action: 'allocation.applied', subject: file.name } };
  });
  return plan;
}

function planOf(before: AllocationSettings, wanted: AllocationSettings): PlannedChange[] {
  const after = numbered(wanted, before);
  return [
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
}

/** The allocation as such a file. Needs `allocation:read`. */
export async function exportAllocation(actor: Actor): Promise<string> {
  requirePermission(actor, 'allocation:read');
  return writeAllocation(await readSettings(actor.organizationId));
}

/** Rules of a file have no numbers: one that is the same as before keeps its own, so that what it allocated stays as it is. */
function numbered(wanted: AllocationSettings, before: AllocationSettings): AllocationSettings {
  const dimensions = wanted.dimensions.map((dimension) => {
    const left = [...(before.dimensions.find((b) => b.key === dimension.key)?.rules ?? [])];
    const rules = dimension.rules.map((rule) => {
      const { id: _, ...bare } = rule;
      const at = left.findIndex(({ id: __, ...known }) => isDeepStrictEqual(known, bare));
      const [same] = at < 0 ? [] : left.splice(at, 1);
      return same ?? bare;
    });
    return { ...dimension, rules };
  });
  return { ...wanted, dimensions };
}

/** What a change comes to: written where it differs from before, and the charges allocated by it, all in one transaction: who reads meanwhile sees what was there. */
async function write(actor: Actor, change: Change): Promise<AllocationSaved & { settings: AllocationSettings }> {
  const organization = actor.organizationId;
  const planned = async () => {
    const { dimensions, synonyms, pools, tree } = await readSettings(organization);
    const before = { dimensions, synonyms, pools, tree };
    const { after, audit } = await change(before, editionsOf(before));
    checkSettings(after);
    return { before, after, audit };
  };
  const early = await planned(); // what cannot be is told at once, also while another allocation runs
  if (isDeepStrictEqual(early.before, early.after))
    return { outcome: 'unchanged', changed: 0, idlePools: [], settings: early.after, editions: editionsOf(early.after) };
  return inTransaction(organization, async (client) => {
    await holdAllocation(client, organization);
    const { before, after, audit } = await planned(); // nobody else writes from here on
    const isOther = (key: 'synonyms' | 'pools' | 'tree') => !isDeepStrictEqual(before[key], after[key]);
    const known = new Map(before.dimensions.map((d) => [d.key, d]));
    const rewritten = after.dimensions.filter((d) => !isDeepStrictEqual(d, known.get(d.key)));
    for (const { key } of before.dimensions.filter((b) => !after.dimensions.some((d) => d.key === b.key))) {
      await removeDimension(client, organization, key);
      await dropAllocation(client, organization, key);
    }
    const saved = new Map<string, AllocationDimension>();
    for (const d of rewritten) saved.set(d.key, { ...d, rules: await saveDimension(client, organization, d, actor.name) });
    const settings = { ...after, dimensions: after.dimensions.map((d) => saved.get(d.key) ?? d) };
    if (isOther('synonyms') || isOther('pools') || isOther('tree')) await saveShared(client, organization, settings, actor.name);
    const readAnew = isOther('synonyms') || isOther('tree') ? settings.dimensions : [...saved.values()];
    let count = 0;
    for (const d of readAnew) count += await allocateAll(client, organization, rulesOf(settings, d));
    await client.query(ledgerChanged(organization));
    await recordLedgerAudit(client, actor, { ...audit, details: { ...audit.details, profiles: count } });
    const ruled = new Set((isOther('pools') ? settings.dimensions : readAnew).flatMap((d) => (d.rules.length > 0 ? [d.key] : [])));
    const asked = settings.pools.filter((p) => ruled.has(p.dimension)); // without rules the tags give owners, which are not looked at here
    return {
      outcome: 'saved',
      changed: count,
      idlePools: await idlePools(client, organization, asked),
      settings,
      editions: editionsOf(settings),
    };
  });
}
