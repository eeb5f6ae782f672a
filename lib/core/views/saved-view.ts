import { z } from 'zod';
import { isKeepable } from '../text/keepable';
import { keptAddress } from './cost-address';

/** A question of Costs under a name, as its reader may see it. */
export interface SavedView {
  id: number;
  name: string;
  /** "Finance / Monthly"; empty at the top. */
  folder: string;
  /** Everybody in the organisation may open it; a private one only who saved it. */
  shared: boolean;
  /** Drawn on the overview of everybody who may open it. */
  pinned: boolean;
  /** The query of its address on Costs. */
  address: string;
  isMine: boolean;
  mayChange: boolean;
  createdByName: string;
  changedByName: string;
  changedAt: string;
}

const DEEPEST = 5;

/** "Finance/ Monthly " → "Finance / Monthly". */
export const folderPath = (text: string): string =>
  text
    .split('/')
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '')
    .join(' / ');

const text = (most: number) =>
  z.string().max(most, `has at most ${most} characters`).refine(isKeepable, 'holds a character that no field can keep');
const name = text(80).trim().min(1, 'Give it a name.');
const folder = text(160)
  .transform(folderPath)
  .refine((path) => path.split(' / ').length <= DEEPEST, `has at most ${DEEPEST} levels`);
const address = text(8_000).transform(keptAddress);

export const ViewDraft = z.object({
  name,
  folder: folder.default(''),
  shared: z.boolean().default(false),
  pinned: z.boolean().default(false),
  address,
});
export type ViewDraft = z.infer<typeof ViewDraft>;

/** What is left out stays. */
export const ViewChange = z.object({
  name: name.optional(),
  folder: folder.optional(),
  shared: z.boolean().optional(),
  pinned: z.boolean().optional(),
  address: address.optional(),
});

/** Folders in order, those at the top first, each with its views by name. */
export function byFolder<V extends { folder: string; name: string }>(views: readonly V[]): { folder: string; views: V[] }[] {
  const order = (a: string, b: string) => a.localeCompare(b, 'en');
  return [...new Set(views.map((v) => v.folder))]
    .sort(order)
    .map((of) => ({ folder: of, views: views.filter((v) => v.folder === of).sort((a, b) => order(a.name, b.name)) }));
}
