import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { type Dashboard, DashboardDraft, type Panel, Panels } from '../../core/dashboards/panels';
import { planOf, type Template, templates } from '../../core/dashboards/templates';
import { onlyFields } from '../../core/input/known-fields';
import { addDays } from '../../core/time/days';
import { keptAddress } from '../../core/views/cost-address';
import { tasksByGroup } from '../../db/queries/tasks-by-group';
import { listAgreements } from '../../db/records/agreements';
import { readSettings } from '../../db/records/allocation';
import { listBudgets } from '../../db/records/budgets';
import { listViews, saveView } from '../views/manage-views';
import { createDashboard } from './manage-dashboards';

const known = Object.keys(templates) as [Template, ...Template[]];

/** A dashboard to be made: of panels that are given, or of a template. */
export const NewDashboard = onlyFields({
  name: DashboardDraft.shape.name,
  shared: z.boolean().default(false),
  template: z.enum(known, `is none of ${known.join(', ')}`).default('empty'),
  panels: Panels.optional(),
}).refine((d) => d.template === 'empty' || d.panels === undefined, {
  path: ['panels'],
  message: 'Give panels or a template, not both: a template brings its own.',
});

/** What panels can be made of here. Task types are those of the last 90 days, the most frequent first. */
export async function panelChoices(actor: Actor, today: string): Promise<{ budgets: string[]; agreements: string[]; taskTypes: string[] }> {
  requirePermission(actor, 'costs:read');
  requirePermission(actor, 'budgets:read');
  requirePermission(actor, 'agreements:read');
  requirePermission(actor, 'events:read');
  const organization = actor.organizationId;
  const range = { from: addDays(today, -90), to: addDays(today, 1) };
  const [budgets, agreements, tasks] = await Promise.all([
    listBudgets(organization),
    listAgreements(organization),
    tasksByGroup(organization, { ...range, basis: 'invoice' }, 'task_type'),
  ]);
  const byCount = [...tasks].sort((a, b) => b.tasks - a.tasks).flatMap((t) => (t.group === null ? [] : [t.group]));
  return {
    budgets: budgets.map((b) => b.budget.name),
    agreements: agreements.filter((a) => a.agreement.end === null || a.agreement.end >= today).map((a) => a.agreement.name),
    taskTypes: [...new Set(byCount)],
  };
}

/** A dashboard of the panels that are given, or from a template and what the organisation has; the views that one draws are saved in a folder of its name. Needs `views:write`. */
export async function makeDashboard(actor: Actor, input: z.input<typeof NewDashboard>, today: string): Promise<Dashboard> {
  requirePermission(actor, 'views:write');
  const { name, shared, template, panels: given } = NewDashboard.parse(input);
  if (given) return createDashboard(actor, { name, shared, panels: given });
  if (!shared && actor.userId === null) throw new AppError('invalid', 'What a machine makes is shared: say "shared": true.');
  const [choices, settings, views] = await Promise.all([panelChoices(actor, today), readSettings(actor.organizationId), listViews(actor)]);
  const own = settings.dimensions[0];
  const plan = planOf(template, { ...choices, owner: own ? `allocation:${own.key}` : 'team' });
  const folder = name.replaceAll('/', '-');
  const panels: Panel[] = [];
  for (const [i, panel] of plan.entries()) {
    if (!('address' in panel)) {
      panels.push(panel);
      continue;
    }
    const wanted = { name: panel.name, folder, shared, pinned: false, address: keptAddress(panel.address) };
    const known = views.find((v) => v.name === wanted.name && v.folder === folder && v.shared === shared && v.address === wanted.address);
    const kept = known ?? (await saveView(actor, { ...wanted, name: freeName(wanted.name, views, wanted) }));
    panels.push({ id: `view-${i}`, kind: 'view', view: kept.id, as: panel.as, width: panel.width });
  }
  return createDashboard(actor, { name, shared, panels });
}

/** The name, or the next one of it that is not taken in the folder. */
function freeName(
  name: string,
  views: readonly { name: string; folder: string; shared: boolean }[],
  place: { folder: string; shared: boolean },
): string {
  const taken = new Set(views.filter((v) => v.folder === place.folder && v.shared === place.shared).map((v) => v.name));
  for (let n = 1; ; n++) {
    const next = n === 1 ? name : `${name} ${n}`;
    if (!taken.has(next)) return next;
  }
}
