import { z } from 'zod';
import { isKeepable } from '../text/keepable';
import { panelWidths } from './panel-widths';

const text = (most: number) =>
  z.string().max(most, `has at most ${most} characters`).refine(isKeepable, 'holds a character that no field can keep');
const name = text(200).trim().min(1, 'Choose one.');

const specs = {
  view: { kind: z.literal('view'), view: z.number().int().min(1).max(999_999_999), as: z.enum(['chart', 'figure']).default('chart') },
  budget: { kind: z.literal('budget'), budget: name },
  agreement: { kind: z.literal('agreement'), agreement: name },
  unit: { kind: z.literal('unit'), taskType: name },
  text: { kind: z.literal('text'), text: text(4_000).trim().min(1, 'Write something.') },
};

/** What a panel shows, wherever it stands. */
export const PanelSpec = z.discriminatedUnion('kind', [
  z.object(specs.view),
  z.object(specs.budget),
  z.object(specs.agreement),
  z.object(specs.unit),
  z.object(specs.text),
]);
export type PanelSpec = z.infer<typeof PanelSpec>;

const place = {
  id: z.string().regex(/^[\w-]{1,40}$/),
  width: z.literal(panelWidths).default(6),
  /** Instead of what it is called by itself. */
  title: text(120).trim().optional(),
};

export const Panel = z.discriminatedUnion('kind', [
  z.object({ ...place, ...specs.view }),
  z.object({ ...place, ...specs.budget }),
  z.object({ ...place, ...specs.agreement }),
  z.object({ ...place, ...specs.unit }),
  z.object({ ...place, ...specs.text }),
]);
export type Panel = z.infer<typeof Panel>;

const MOST = 40;

export const Panels = z
  .array(Panel)
  .max(MOST, `A dashboard has at most ${MOST} panels.`)
  .refine((all) => new Set(all.map((p) => p.id)).size === all.length, 'Two panels have the same id.');

export const DashboardDraft = z.object({
  name: text(80).trim().min(1, 'Give it a name.'),
  shared: z.boolean().default(false),
  panels: Panels.default([]),
});

/** What is left out stays. `base` is when the one that was changed was saved: of two who change the same, the second is told. */
export const DashboardChange = z.object({
  name: DashboardDraft.shape.name.optional(),
  shared: z.boolean().optional(),
  panels: Panels.optional(),
  base: z.iso.datetime().optional(),
});

export interface Dashboard {
  id: number;
  name: string;
  shared: boolean;
  panels: Panel[];
  isMine: boolean;
  mayChange: boolean;
  createdByName: string;
  changedByName: string;
  changedAt: string;
}
