'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { SelectField } from '@/components/ui/select';
import { invite } from '@/lib/client/members';
import { useForm } from '@/lib/client/use-form';
import { type Role, roles } from '@/lib/core/access/permissions';
import { dayOf } from './dates';
import { roleWords } from './role-words';

const formId = 'invite';

/** A link for one person, shown once. */
export function InviteDialog({ onInvited }: { onInvited: () => void }) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<{ link: string; expiresAt: string } | null>(null);
  const close = (next: boolean) => {
    setOpen(next);
    if (!next) setMade(null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      trigger={<Button tone="primary">Invite somebody</Button>}
      title={made ? 'The link is ready' : 'Invite somebody'}
      description={
        made ? 'It is shown only now: copy it and send it to the person you mean.' : 'You get a link for one person, open for 7 days.'
      }
      actions={
        made ? (
          <Button onClick={() => close(false)}>Done</Button>
        ) : (
          <>
            <Button onClick={() => close(false)}>Cancel</Button>
            <Button type="submit" form={formId} tone="primary" busy={busy && 'Making the link'}>
              Make the link
            </Button>
          </>
        )
      }
    >
      {made ? (
        <div className="grid gap-3">
          <div className="flex items-start gap-2">
            <code className="min-w-0 flex-1 break-all rounded-2 bg-surface-2 px-2.5 py-1.5 font-mono text-12">{made.link}</code>
            <CopyButton text={made.link} label="Copy link" />
          </div>
          <p className="text-12 text-ink-3">Works once, until {dayOf(made.expiresAt)}.</p>
        </div>
      ) : (
        <InviteForm
          onBusy={setBusy}
          onMade={(m) => {
            setMade(m);
            onInvited();
          }}
        />
      )}
    </Dialog>
  );
}

function InviteForm({ onBusy, onMade }: { onBusy: (busy: boolean) => void; onMade: (made: { link: string; expiresAt: string }) => void }) {
  const [role, setRole] = useState<Role>('viewer');
  const form = useForm(async ({ email = '' }) => {
    onBusy(true);
    const { path, expiresAt } = await invite({ role, email }).finally(() => onBusy(false));
    onMade({ link: new URL(path, window.location.origin).href, expiresAt });
  });
  return (
    <form {...form.props} id={formId} className="grid gap-4">
      <FormError message={form.error} />
      <SelectField
        label="Role"
        value={role}
        onChange={setRole}
        options={roles.map((value) => ({ value, label: value }))}
        hint={roleWords[role]}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        optional
        autoComplete="off"
        hint="With an address only that person can accept. Without one, whoever has the link."
        error={form.fields.email}
      />
    </form>
  );
}
