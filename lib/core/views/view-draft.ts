import { z } from 'zod';
import { onlyFields } from '../input/known-fields';
import { isKeepable } from '../text/keepable';
import { onOneLine } from '../text/on-one-line';
import { keptAddress } from './cost-address';
import { viewAddressFault } from './view-address';

const DEEPEST = 5;

/** "Finance/ Monthly " → "Finance / Monthly". */
export const folderPath = (text: string): string =>
  text
    .split('/')
    .map(onOneLine)
    .filter((part) => part !== '')
    .join(' / ');

const text = (most: number) =>
  z
    .string('is missing, or is no text')
    .max(most, `has at most ${most} characters`)
    .refine(isKeepable, 'holds a character that no field can keep');
const name = text(80).overwrite(onOneLine).min(1, 'Give it a name.');
const folder = text(160)
  .transform(folderPath)
  .refine((path) => path.split(' / ').length <= DEEPEST, `has at most ${DEEPEST} levels`);
/** Kept without what was open in it: a page of the list, a charge, another view. */
const address = text(8_000)
  .trim()
  .superRefine((said, context) => {
    const fault = viewAddressFault(said);
    if (fault !== null) context.addIssue({ code: 'custom', message: fault });
  })
  .transform(keptAddress);

export const ViewDraft = onlyFields({
  name,
  folder: folder.default(''),
  shared: z.boolean().default(false),
  pinned: z.boolean().default(false),
  address,
});
export type ViewDraft = z.infer<typeof ViewDraft>;

/** What is left out stays. */
export const ViewChange = onlyFields({
  name: name.optional(),
  folder: folder.optional(),
  shared: z.boolean().optional(),
  pinned: z.boolean().optional(),
  address: address.optional(),
}).refine((change) => Object.keys(change).length > 0, 'Say what is to change: name, folder, shared, pinned or address.');
