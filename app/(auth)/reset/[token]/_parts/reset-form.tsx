'use client';

import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { api } from '@/lib/client/api';
import { useForm } from '@/lib/client/use-form';
import { enter } from '../../../_parts/enter';
import { NewPasswordField } from '../../../_parts/new-password-field';

export function ResetForm({ token, email }: { token: string; email: string }) {
  const form = useForm(async ({ password = '' }) => {
    await api(`/api/v1/reset/${encodeURIComponent(token)}`, { method: 'POST', body: { password } });
    await enter(email, password, '/');
  });
  return (
    <form {...form.props} className="grid gap-5">
      <FormError message={form.error} />
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <NewPasswordField label="New password" about={{ email }} error={form.fields.password} />
      <Button type="submit" tone="primary" size="large" busy={form.busy && 'Setting the password'}>
        Set the password and sign in
      </Button>
    </form>
  );
}
