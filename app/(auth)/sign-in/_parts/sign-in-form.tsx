'use client';

import { Button } from '@/components/ui/button';
import { PasswordField, TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useForm } from '@/lib/client/use-form';
import { enter } from '../../_parts/enter';

export function SignInForm({ next, email }: { next: string; email?: string }) {
  const form = useForm(({ email = '', password = '' }) => enter(email, password, next));
  return (
    <form {...form.props} className="grid gap-5">
      <FormError message={form.error} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={email}
      />
      <PasswordField label="Password" name="password" autoComplete="current-password" required />
      <Button type="submit" tone="primary" size="large" busy={form.busy && 'Signing in'}>
        Sign in
      </Button>
    </form>
  );
}
