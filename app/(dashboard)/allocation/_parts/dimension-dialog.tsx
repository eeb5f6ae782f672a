'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { deleteDimension, putRules } from '@/lib/client/allocation';
import { type Editions, editionOfDimension, newEdition } from '@/lib/core/allocation/editions';
import { most } from '@/lib/core/allocation/limits';
import type { AllocationDimension } from '@/lib/core/allocation/types';
import { useSave } from './use-save';

/** "Cost centre" → "cost-centre". */
const keyOf = (title: string) =>
  title
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);

interface DimensionDialogProps {
  dimension: AllocationDimension;
  dimensions: readonly AllocationDimension[];
  editions: Editions;
}

/** Another way to say who owns a cost; the one that is shown can be deleted with its rules. */
export function DimensionDialog({ dimension, dimensions, editions }: DimensionDialogProps) {
  const router = useRouter();
  const say = useNotice();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const { save: keep, busy } = useSave();
  const run = (work: () => Promise<unknown>, href: string, ...told: Parameters<typeof say>) => {
    setFailure(null);
    return keep(work, () => {
      setOpen(false);
      setTitle('');
      say(...told);
      router.push(href);
    }).catch((e: Error) => setFailure(e.message));
  };
  const remove = (d: AllocationDimension) => {
    const href = `/allocation?tab=rules&dimension=${d.key}`;
    const bringBack = () =>
      keep(
        () => putRules(d, d.rules, newEdition),
        () => {
          say(`${d.title} is there again`);
          router.push(href);
        },
      ).catch((e: Error) => say(e.message, { tone: 'over' }));
    return run(() => deleteDimension(d.key, editionOfDimension(editions, d.key)), '/allocation?tab=rules', `${d.title} is deleted`, {
      action: { label: 'Undo', run: () => void bringBack() },
    });
  };
  const key = keyOf(title);
  const isKnown = dimensions.some((d) => d.key === key);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Dimensions</Button>}
      title="Dimensions"
      description={`Named ways to say who owns a cost, each with rules of its own; at most ${most.dimensions}.`}
      actions={
        <Button tone="primary" type="submit" form="allocation-dimension" busy={busy && 'Saving'} disabled={key === '' || isKnown}>
          Add
        </Button>
      }
    >
      {failure && <FormError message={failure} />}
      <ul className="mb-4 text-13" aria-label="Dimensions">
        {dimensions.map((d) => (
          <li key={d.key} className="flex items-center justify-between gap-3 border-line border-b py-1">
            <span>
              {d.title} <span className="text-ink-3">{d.key}</span>
            </span>
            <span className="flex items-center gap-2 text-ink-2">
              {d.rules.length === 1 ? '1 rule' : `${d.rules.length} rules`}
              {d.key === dimension.key && d.rules.length > 0 && (
                <Button tone="danger" size="small" disabled={busy} aria-label={`Delete ${d.title} and its rules`} onClick={() => remove(d)}>
                  Delete
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <form
        id="allocation-dimension"
        onSubmit={(e) => {
          e.preventDefault();
          const made = { key, title: title.trim() };
          void run(() => putRules(made, [], newEdition), `/allocation?tab=rules&dimension=${key}`, `${made.title} is kept`);
        }}
      >
        <TextField
          label="A new one"
          placeholder="Cost centre"
          maxLength={60}
          value={title}
          onChange={(e) => setTitle(e.target.value)}
          error={
            isKnown
              ? 'There is one of this name.'
              : title.trim() && !key
                ? 'Its key is made of the letters a to z in it: add some.'
                : undefined
          }
          hint={key ? `Called ${key} in files and addresses` : 'Product, environment, project …'}
        />
      </form>
    </Dialog>
  );
}
