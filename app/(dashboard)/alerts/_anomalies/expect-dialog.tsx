'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useForm } from '@/lib/client/use-form';
import type { AnomalyItem } from '@/lib/services/anomalies/anomalies-of';
import { useMarks } from './use-marks';

const kinds = [
  { kind: 'event', label: 'It was planned', hint: 'These days are no longer judged, and nothing is learned from them.' },
  {
    kind: 'new-normal',
    label: 'It is the new normal from here',
    hint: 'What was usual before is forgotten; judged again after two weeks.',
  },
] as const;

/** What a person knows of an anomaly: it was planned, or it stays. Can be taken back. */
export function ExpectDialog({ item }: { item: AnomalyItem }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" aria-label={`Explain: ${item.sentence}`}>
          Explain
        </Button>
      }
      title="Was it to be expected?"
      description={item.sentence}
      actions={
        <>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button type="submit" form={id} tone="primary" busy={busy && 'Saving'}>
            Save
          </Button>
        </>
      }
    >
      <ExpectForm id={id} item={item} onBusy={setBusy} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function ExpectForm({ id, item, onBusy, onDone }: { id: string; item: AnomalyItem; onBusy: (b: boolean) => void; onDone: () => void }) {
  const [kind, setKind] = useState<(typeof kinds)[number]['kind']>('event');
  const { add } = useMarks();
  const form = useForm(async ({ name = '' }) => {
    onBusy(true);
    const filters = [...item.filters, `currency:${item.currency}`];
    await add({ kind, name, filters, from: item.from, to: kind === 'event' ? item.to : null }).finally(() => onBusy(false));
    onDone();
  });
  return (
    <form {...form.props} id={id} className="grid gap-4">
      <FormError message={form.error} />
      <fieldset className="grid gap-2">
        <legend className="sr-only">What it was</legend>
        {kinds.map((k) => (
          <label key={k.kind} className="flex items-start gap-2.5 text-14">
            <input
              type="radio"
              name="kind"
              value={k.kind}
              checked={kind === k.kind}
              onChange={() => setKind(k.kind)}
              className="mt-1 accent-accent"
            />
            <span>
              {k.label}
              <span className="block text-12 text-ink-3">{k.hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        label="Name"
        name="name"
        maxLength={120}
        autoComplete="off"
        placeholder={kind === 'event' ? 'Load test of the search team' : 'Launch of the assistant'}
        hint="Stands in the list below and in the audit log."
        error={form.fields.name}
      />
    </form>
  );
}
