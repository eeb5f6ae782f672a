'use client';

import { useState } from 'react';
import type { CostView } from '@/components/filters/cost-view';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { SelectField } from '@/components/ui/select';
import { useForm } from '@/lib/client/use-form';
import { changeView, saveView } from '@/lib/client/views';
import { addressOf } from '@/lib/core/views/cost-address';
import type { SavedView } from '@/lib/core/views/saved-view';
import { useViewChanges } from './use-view-changes';

interface ViewsMenuDialogProps {
  kind: 'save-as' | 'edit';
  /** The one that is changed. */
  view: SavedView | undefined;
  /** What is asked on screen. */
  question: CostView;
  folders: readonly string[];
  onClose: () => void;
}

const formId = 'saved-view';

/** Name, folder, and who may open it. */
export function ViewsMenuDialog({ kind, view, question, folders, onClose }: ViewsMenuDialogProps) {
  const { saved } = useViewChanges(question);
  const [busy, setBusy] = useState(false);
  const [shared, setShared] = useState<'yes' | 'no'>(view?.shared ? 'yes' : 'no');
  const [pinned, setPinned] = useState<'yes' | 'no'>(view?.pinned ? 'yes' : 'no');
  const form = useForm(async ({ name = '', folder = '' }) => {
    setBusy(true);
    const kept = { name, folder, shared: shared === 'yes', pinned: pinned === 'yes' };
    const asked = kind === 'edit' && view ? changeView(view.id, kept) : saveView({ ...kept, address: addressOf(question) });
    const done = await asked.finally(() => setBusy(false));
    onClose();
    saved(done);
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={kind === 'edit' ? `Change “${view?.name}”` : 'Save this view'}
      description={
        kind === 'edit'
          ? 'Links to it stay as they are.'
          : 'Filters, grouping, measure, period and how it is drawn. A named period moves on with time; pinned days stay.'
      }
      actions={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" form={formId} tone="primary" busy={busy && 'Saving'}>
            {kind === 'edit' ? 'Save changes' : 'Save the view'}
          </Button>
        </>
      }
    >
      <form {...form.props} id={formId} className="grid gap-4">
        <FormError message={form.error} />
        <TextField
          label="Name"
          name="name"
          maxLength={80}
          autoComplete="off"
          defaultValue={view?.name}
          placeholder="Azure by model, monthly"
          error={form.fields.name}
        />
        <TextField
          label="Folder"
          name="folder"
          optional
          maxLength={160}
          autoComplete="off"
          list="view-folders"
          defaultValue={view?.folder}
          placeholder="Finance / Monthly"
          hint="A path in words; “/” makes a folder in a folder."
          error={form.fields.folder}
        />
        <datalist id="view-folders">
          {folders.map((folder) => (
            <option key={folder} value={folder} />
          ))}
        </datalist>
        <SelectField
          label="Who may open it"
          value={shared}
          onChange={setShared}
          options={[
            { value: 'no', label: 'Only me' },
            { value: 'yes', label: 'Everybody in the organisation' },
          ]}
        />
        <SelectField
          label="On the overview"
          value={pinned}
          onChange={setPinned}
          options={[
            { value: 'no', label: 'Not there' },
            { value: 'yes', label: shared === 'yes' ? 'Pinned, for everybody' : 'Pinned, for me' },
          ]}
        />
      </form>
    </Dialog>
  );
}
