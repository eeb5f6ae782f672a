'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Select } from '@/components/ui/select';
import { fold } from '@/lib/core/allocation/fold';
import { nodeKinds } from '@/lib/core/allocation/node-kinds';
import type { Placement } from '@/lib/core/allocation/placement';
import { moveTo } from '@/lib/core/allocation/tree';

interface NodeDialogProps {
  /** Null for a new name. */
  place: Placement | null;
  tree: readonly Placement[];
  /** Values with costs that are not in the tree. */
  values: readonly string[];
  today: string;
  onClose: () => void;
  onSave: (tree: Placement[], words: string) => Promise<void>;
}

const top = '(top)';

/** A name below another; a move keeps where it stood before. */
export function NodeDialog({ place, tree, values, today, onClose, onSave }: NodeDialogProps) {
  const [name, setName] = useState(place?.name ?? '');
  const [kind, setKind] = useState<Placement['kind']>(place?.kind ?? 'team');
  const [parent, setParent] = useState(place?.parent ?? top);
  const [since, setSince] = useState(place ? `${today.slice(0, 8)}01` : '');
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const known = useId();
  const parents = [...new Map(tree.filter((p) => fold(p.name) !== fold(name)).map((p) => [fold(p.name), p.name])).values()].sort();
  const isPlace = (p: Placement) => fold(p.name) === fold(place?.name ?? '') && p.since === place?.since;
  const save = async () => {
    if (place && !tree.some(isPlace)) {
      setFailure(
        `${place.name} does not stand there any more: somebody removed or moved it. Close this and look at the tree as it is now.`,
      );
      return;
    }
    const above = parent === top ? null : parent;
    const clean = name.trim();
    const next = place
      ? since
        ? moveTo(tree, clean, above, since)
        : tree.map((p) => (isPlace(p) ? { ...p, parent: above } : p))
      : [...tree, { name: clean, kind, parent: above, since: since || null, until: null }];
    setBusy(true);
    setFailure(null);
    await onSave(next, place ? `${clean} is moved` : `${clean} is in the tree`).catch((e: Error) => setFailure(e.message));
    setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={place ? `Move ${place.name}` : 'Add to the tree'}
      description={place ? 'Until that day it stays where it was. Without a day it has always been there.' : undefined}
      actions={
        <Button tone="primary" type="submit" form="allocation-node" busy={busy && 'Saving'} disabled={name.trim() === ''}>
          {place ? 'Move' : 'Add'}
        </Button>
      }
    >
      <form
        id="allocation-node"
        className="grid gap-4"
        onSubmit={(e) => {
          e.preventDefault();
          void save();
        }}
      >
        {failure && <FormError message={failure} />}
        <datalist id={known}>
          {values.map((v) => (
            <option key={v} value={v} />
          ))}
        </datalist>
        {!place && (
          <>
            <TextField label="Name" required list={known} maxLength={200} value={name} onChange={(e) => setName(e.target.value)} />
            <Field label="Kind">
              {(control) => (
                <Select {...control} value={kind} options={nodeKinds.map((value) => ({ value, label: value }))} onChange={setKind} />
              )}
            </Field>
          </>
        )}
        <Field label="Below">
          {(control) => (
            <Select
              {...control}
              value={parent}
              options={[{ value: top, label: 'the organisation itself' }, ...parents.map((value) => ({ value, label: value }))]}
              onChange={setParent}
            />
          )}
        </Field>
        <TextField label="From day" optional type="date" value={since} onChange={(e) => setSince(e.target.value)} />
      </form>
    </Dialog>
  );
}
