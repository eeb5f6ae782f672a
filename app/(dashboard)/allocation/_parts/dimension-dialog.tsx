'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { putRules } from '@/lib/client/allocation';
import { api } from '@/lib/client/api';
import { most } from '@/lib/core/allocation/limits';
import type { AllocationDimension } from '@/lib/core/allocation/types';

/** "Cost centre" → "cost-centre". */
const keyOf = (title: string) =>
  title
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);

/** Another way to say who owns a cost; the one that is shown can be deleted with its rules. */
export function DimensionDialog({ dimension, dimensions }: { dimension: AllocationDimension; dimensions: readonly AllocationDimension[] }) {
  const router = useRouter();
  const say = useNotice();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>, words: string, href: string) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
      setOpen(false);
      setTitle('');
      say(words);
      router.push(href);
      router.refresh();
    } catch (e) {
      setFailure(e instanceof Error ? e.message : 'It failed. Try again.');
    }
    setBusy(false);
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
                <Button
                  tone="danger"
                  size="small"
                  disabled={busy}
                  aria-label={`Delete ${d.title} and its rules`}
                  onClick={() =>
                    run(
                      () => api(`/api/v1/allocation/dimensions/${d.key}`, { method: 'DELETE' }),
                      `${d.title} is deleted`,
                      '/allocation?tab=rules',
                    )
                  }
                >
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
          void run(() => putRules({ key, title: title.trim() }, []), `${title.trim()} is kept`, `/allocation?tab=rules&dimension=${key}`);
        }}
      >
        <TextField
          label="A new one"
          placeholder="Cost centre"
          maxLength={60}
          value={title}
          onChange={(e) => setTitle(e.target.value)}
          error={isKnown ? 'There is one of this name.' : undefined}
          hint={key ? `Called ${key} in files and addresses` : 'Product, environment, project …'}
        />
      </form>
    </Dialog>
  );
}
