import { type Actor, requirePermission } from '../../core/access/actor';
import type { AllocationSettings } from '../../core/allocation/allocation-file';
import type { Editions } from '../../core/allocation/editions';
import { turningDays } from '../../core/allocation/rules';
import type { AllocationDimension } from '../../core/allocation/types';
import { AppError } from '../../core/app-error';
import type { DimensionRules } from '../../db/loading/allocate';
import type { AskedDimension } from '../../db/queries/allocated-costs';
import { allocationVersion } from '../../db/queries/allocations';
import { type RuleAuthor, readSettings } from '../../db/records/allocation';
import { editionsOf } from './editions';

/** What stands in for rules where nobody has written any: the team that the tags name. */
const builtIn: AllocationDimension = { key: 'team', title: 'Team', rules: [] };

/** The dimensions with `team` among them, first where it is not written. */
export const dimensionsOf = ({ dimensions }: AllocationSettings): AllocationDimension[] =>
  dimensions.some((d) => d.key === builtIn.key) ? dimensions : [builtIn, ...dimensions];

/** A dimension by its key, the first without one. Throws `not_found`. */
export function findDimension(settings: AllocationSettings, key: string | null | undefined): AllocationDimension {
  const all = dimensionsOf(settings);
  const found = key ? all.find((d) => d.key === key) : all[0];
  if (!found) throw new AppError('not_found', `There is no allocation dimension "${key}".`);
  return found;
}

/** A dimension as the ledger is asked by it. */
export const askedDimension = ({ key, rules }: AllocationDimension): AskedDimension => ({
  key,
  isBuiltIn: key === builtIn.key && rules.length === 0,
  turns: turningDays(rules),
});

/** Rules with all that they are read by. */
export const rulesOf = (settings: AllocationSettings, { key, rules }: Pick<AllocationDimension, 'key' | 'rules'>): DimensionRules => ({
  ...{ key, rules },
  synonyms: settings.synonyms,
  names: settings.tree.map((p) => p.name),
});

export interface AllocationView extends AllocationSettings {
  authors: Record<number, RuleAuthor>;
  /** Changes whenever the allocation of anything does. */
  version: string;
  editions: Editions;
}

/** Everything that says who owns what. Needs `allocation:read`. */
export async function getAllocation(actor: Actor): Promise<AllocationView> {
  requirePermission(actor, 'allocation:read');
  const [settings, version] = await Promise.all([readSettings(actor.organizationId), allocationVersion(actor.organizationId)]);
  return { ...settings, dimensions: dimensionsOf(settings), version, editions: editionsOf(settings) };
}
