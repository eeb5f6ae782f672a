'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { SelectField } from '@/components/ui/select';
import { api } from '@/lib/client/api';
import { useForm } from '@/lib/client/use-form';
import type { Role } from '@/lib/core/access/permissions';
import { roleWords } from '../../members/_parts/role-words';

const formId = 'token';
const lifetimes = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '180', label: 'half a year' },
  { value: '366', label: 'a year' },
];

/** Makes a token and shows it once. */
export function TokenDialog({ roles, onMade }: { roles: readonly Role[]; onMade: () => void }) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const close = (next: boolean) => {
    setOpen(next);
    if (!next) setToken(null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      trigger={<Button tone="primary">New token</Button>}
      title={token ? 'The token is ready' : 'New token'}
      description={
        token
          ? 'It is shown only now. Copy it to where it is used; nobody can read it again.'
          : 'It may do what its role may, in this organisation and no other.'
      }
      actions={
        token ? (
          <Button onClick={() => close(false)}>Done</Button>
        ) : (
          <>
            <Button onClick={() => close(false)}>Cancel</Button>
            <Button type="submit" form={formId} tone="primary" busy={busy && 'Making it'}>
              Make the token
            </Button>
          </>
        )
      }
    >
      {token ? (
        <div className="flex items-start gap-2">
          <code className="min-w-0 flex-1 break-all rounded-2 bg-surface-2 px-2.5 py-1.5 font-mono text-12">{token}</code>
          <CopyButton text={token} label="Copy token" />
        </div>
      ) : (
        <TokenForm
          roles={roles}
          onBusy={setBusy}
          onMade={(made) => {
            setToken(made);
            onMade();
          }}
        />
      )}
    </Dialog>
  );
}

function TokenForm({ roles, onBusy, onMade }: { roles: readonly Role[]; onBusy: (b: boolean) => void; onMade: (token: string) => void }) {
  const [role, setRole] = useState<Role>('viewer');
  const [days, setDays] = useState('90');
  const form = useForm(async ({ name = '' }) => {
    onBusy(true);
    const made = await api<{ token: string }>('/api/v1/tokens', { method: 'POST', body: { name, role, days } }).finally(() =>
      onBusy(false),
    );
    onMade(made.token);
  });
  return (
    <form {...form.props} id={formId} className="grid gap-4">
      <FormError message={form.error} />
      <TextField
        label="Name"
        name="name"
        maxLength={80}
        autoComplete="off"
        placeholder="LiteLLM gateway"
        hint="What uses it. Stands in the audit log."
        error={form.fields.name}
      />
      <SelectField
        label="Role"
        value={role}
        onChange={setRole}
        options={roles.map((value) => ({ value, label: value }))}
        hint={roleWords[role]}
      />
      <SelectField label="Expires after" value={days} onChange={setDays} options={lifetimes} error={form.fields.days} />
    </form>
  );
}
