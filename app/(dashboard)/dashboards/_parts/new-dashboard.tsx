'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { SelectField } from '@/components/ui/select';
import { createDashboard } from '@/lib/client/dashboards';
import { useForm } from '@/lib/client/use-form';
import { type Template, templates } from '@/lib/core/dashboards/templates';

const formId = 'new-dashboard';
const begin = Object.entries(templates).map(([value, label]) => ({ value: value as Template, label }));

/** A name, what it begins with, and who may open it. */
export function NewDashboard() {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button tone="primary">New dashboard</Button>}
      title="New dashboard"
      description="A template takes the budgets, agreements and tasks that are here, and saves the views it draws in a folder of its name."
      actions={
        <>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button type="submit" form={formId} tone="primary" busy={busy && 'Making it'}>
            Make the dashboard
          </Button>
        </>
      }
    >
      <NewForm onBusy={setBusy} />
    </Dialog>
  );
}

function NewForm({ onBusy }: { onBusy: (busy: boolean) => void }) {
  const router = useRouter();
  const [template, setTemplate] = useState<Template>('finance');
  const [shared, setShared] = useState<'yes' | 'no'>('no');
  const form = useForm(async ({ name = '' }) => {
    onBusy(true);
    const made = await createDashboard({ name, shared: shared === 'yes', template }).finally(() => onBusy(false));
    router.push(`/dashboards/${made.id}`);
  });
  return (
    <form {...form.props} id={formId} className="grid gap-4">
      <FormError message={form.error} />
      <TextField label="Name" name="name" maxLength={80} autoComplete="off" placeholder="Board, monthly" error={form.fields.name} />
      <SelectField label="Begins with" value={template} onChange={setTemplate} options={begin} />
      <SelectField
        label="Who may open it"
        value={shared}
        onChange={setShared}
        options={[
          { value: 'no', label: 'Only me' },
          { value: 'yes', label: 'Everybody in the organisation' },
        ]}
      />
    </form>
  );
}
