import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { AppError } from '../app-error';
import { onlyFields } from '../input/known-fields';
import { costHref, viewOf } from './cost-address';
import { ViewDraft } from './view-draft';

/** One of a file is everybody's, so none there can ask to be private. */
const SharedView = onlyFields({
  ...ViewDraft.shape,
  shared: z.literal(true, 'the views of a file are shared with everybody; leave it out').default(true),
});
const ViewFile = onlyFields({ views: z.array(SharedView).max(1_000) });

/** Views as a file that people can read, keep under version control and load elsewhere. */
export const writeViews = (views: readonly Pick<ViewDraft, 'name' | 'folder' | 'pinned' | 'address'>[]): string =>
  stringify(
    {
      views: views.map(({ name, folder, pinned, address }) => ({
        name,
        ...(folder !== '' && { folder }),
        ...(pinned && { pinned }),
        address: costHref(viewOf(address)),
      })),
    },
    { lineWidth: 0 },
  );

/** The views of such a file. All of a file are shared. Throws `invalid` where it is none, or names one twice. */
export function readViews(text: string, fileName: string): ViewDraft[] {
  let said: unknown;
  try {
    said = parse(text, { maxAliasCount: 20 });
  } catch (e) {
    throw new AppError('invalid', `${fileName} is no YAML: ${e instanceof Error ? e.message.split('\n')[0] : 'unreadable'}`);
  }
  const file = ViewFile.safeParse(said);
  if (!file.success) {
    const [issue] = file.error.issues;
    throw new AppError('invalid', [fileName, issue?.path.join('.'), issue?.message ?? 'not understood'].filter(Boolean).join(': '));
  }
  const { views } = file.data;
  const twice = views.find((view, i) => views.findIndex((other) => isSamePlace(other, view)) !== i);
  if (twice) throw new AppError('invalid', `${fileName} has "${twice.name}" twice${twice.folder ? ` in ${twice.folder}` : ''}.`);
  return views;
}

/** Whether two views would stand under the same name in the same folder. */
export const isSamePlace = (a: { name: string; folder: string }, b: { name: string; folder: string }): boolean =>
  a.name === b.name && a.folder === b.folder;
