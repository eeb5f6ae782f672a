'use client';

import { useState } from 'react';
import { NewPasswordField } from '@/app/(auth)/_parts/new-password-field';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { changePassword } from '@/lib/client/account';
import { useForm } from '@/lib/client/use-form';

export function PasswordPanel({ about }: { about: { name: string; email: string; organization: string } }) {
  const [round, setRound] = useState(0);
  return (
    <Panel title="Password" note={`${about.name}, ${about.email}. A new password ends your sessions in all other browsers.`}>
      <div className="max-w-[26rem]">
        <PasswordForm key={round} about={about} onChanged={() => setRound(round + 1)} />
      </div>
    </Panel>
  );
}

/** Empty again once it has done its work. */
function PasswordForm({ about, onChanged }: { about: { name: string; email: string; organization: string }; onChanged: () => void }) {
  const say = useNotice();
  const form = useForm(async ({ current = '', password = '' }) => {
    await changePassword({ current, password });
    say('Your password was changed');
    onChanged();
  });
  return (
    <form {...form.props} className="grid gap-4">
      <FormError message={form.error} />
      <input type="hidden" name="email" autoComplete="username" value={about.email} readOnly />
      <PasswordField label="Current password" name="current" autoComplete="current-password" required error={form.fields.current} />
      <NewPasswordField label="New password" about={about} error={form.fields.password} />
      <div>
        <Button type="submit" tone="primary" busy={form.busy && 'Changing'}>
          Change password
        </Button>
      </div>
    </form>
  );
}
