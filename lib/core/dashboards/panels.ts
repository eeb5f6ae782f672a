import { z } from 'zod';
import { onlyFields } from '../input/known-fields';
import { isKeepable } from '../text/keepable';
import { onOneLine } from '../text/on-one-line';
import { panelWidths } from './panel-widths';

const text = (most: number) =>
  z
    .string('is missing, or is no text')
    .max(most, `has at most ${most} characters`)
    .refine(isKeepable, 'holds a character that no field can keep');
const name = text(200).trim().min(1, 'Choose one.');

const specs = {
  view: {
    kind: z.literal('view'),
    view: z.int('is the number of a saved view').min(1, 'is the number of a saved view').max(999_999_999, 'is the number of a saved view'),
    as: z.enum(['chart', 'figure'], 'is chart or figure').default('chart'),
  },
  budget: { kind: z.literal('budget'), budget: name },
  agreement: { kind: z.literal('agreement'), agreement: name },
  unit: { kind: z.literal('unit'), taskType: name },
  text: { kind: z.literal('text'), text: text(4_000).trim().min(1, 'Write something.') },
};

const kinds = `is none of ${Object.keys(specs).join(', ')}`;

/** What a panel shows, wherever it stands. */
export const PanelSpec = z.discriminatedUnion(
  'kind',
  [onlyFields(specs.view), onlyFields(specs.budget), onlyFields(specs.agreement), onlyFields(specs.unit), onlyFields(specs.text)],
  kinds,
);
export type PanelSpec = z.infer<typeof PanelSpec>;

const place = {
  id: z.string({ error: 'is missing' }).regex(/^[\w-]{1,40}$/, 'is one to forty letters, digits, dashes and underscores'),
  width: z.literal(panelWidths, `is none of ${panelWidths.join(', ')}: of twelve columns`).default(6),
  /** Instead of what it is called by itself. */
  title: text(120).trim().optional(),
};

export const Panel = z.discriminatedUnion(
  'kind',
  [
    onlyFields({ ...place, ...specs.view }),
    onlyFields({ ...place, ...specs.budget }),
    onlyFields({ ...place, ...specs.agreement }),
    onlyFields({ ...place, ...specs.unit }),
    onlyFields({ ...place, ...specs.text }),
  ],
  kinds,
);
export type Panel = z.infer<typeof Panel>;

const MOST = 40;

export const Panels = z
  .array(Panel, 'is a list of panels')
  .max(MOST, `A dashboard has at most ${MOST} panels.`)
  .refine((all) => new Set(all.map((p) => p.id)).size === all.length, 'Two panels have the same id.');

export const DashboardDraft = onlyFields({
  name: text(80).overwrite(onOneLine).min(1, 'Give it a name.'),
  shared: z.boolean().default(false),
  panels: Panels.default([]),
});

/** What is left out stays. `base` is when the one that was changed was saved: of two who change the same, the second is told. */
export const DashboardChange = onlyFields({
  name: DashboardDraft.shape.name.optional(),
  shared: z.boolean().optional(),
  panels: Panels.optional(),
  base: z.iso.datetime('is the changedAt of the dashboard that was changed').optional(),
}).refine((change) => Object.keys(change).some((key) => key !== 'base'), 'Say what is to change: name, shared or panels.');

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
