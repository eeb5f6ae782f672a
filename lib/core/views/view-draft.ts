import { z } from 'zod';
import { isKeepable } from '../text/keepable';
import { keptAddress } from './cost-address';

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
