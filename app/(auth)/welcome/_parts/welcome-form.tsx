'use client';

import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { api } from '@/lib/client/api';
import { useForm } from '@/lib/client/use-form';
import { enter } from '../../_parts/enter';
import { NewPasswordField } from '../../_parts/new-password-field';

export function WelcomeForm({ code }: { code: string }) {
  const form = useForm(async (values) => {
    const { email } = await api<{ email: string }>('/api/v1/setup', { method: 'POST', body: values });
    await enter(email, values.password ?? '', '/');
  });
  return (
    <form {...form.props} className="grid gap-5">
      <FormError message={form.error} />
      <TextField
        label="Setup code"
        name="code"
        defaultValue={code}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        className="font-mono"
        hint="The server printed it at its start. It works once."
        error={form.fields.code}
      />
      <TextField
        label="Organisation"
        name="organization"
        autoComplete="organization"
        required
        hint="Whose AI cost is it? Shown at the top of the menu."
        error={form.fields.organization}
      />
      <TextField label="Your name" name="name" autoComplete="name" required error={form.fields.name} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        error={form.fields.email}
      />
      <NewPasswordField error={form.fields.password} />
      <Button type="submit" tone="primary" size="large" busy={form.busy && 'Setting up'}>
        Create administrator and sign in
      </Button>
    </form>
  );
}
