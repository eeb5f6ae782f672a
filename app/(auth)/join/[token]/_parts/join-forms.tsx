'use client';

import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { api } from '@/lib/client/api';
import { useForm } from '@/lib/client/use-form';
import { enter } from '../../../_parts/enter';
import { NewPasswordField } from '../../../_parts/new-password-field';

interface Joined {
  organizationId: number;
  email: string;
}
const accept = (token: string, body: object) => api<Joined>(`/api/v1/join/${encodeURIComponent(token)}`, { method: 'POST', body });

/** For somebody without an account. With an invited address only that address can be used. */
export function NewPersonForm({ token, email, organization }: { token: string; email: string | null; organization: string }) {
  const form = useForm(async (values) => {
    const joined = await accept(token, { as: 'new', ...values });
    await enter(joined.email, values.password ?? '', '/');
  });
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
        defaultValue={email ?? ''}
        readOnly={email !== null}
        hint={email ? 'The invitation is for this address.' : undefined}
        error={form.fields.email}
      />
      <TextField label="Your name" name="name" autoComplete="name" required error={form.fields.name} />
      <NewPasswordField error={form.fields.password} />
      <Button type="submit" tone="primary" size="large" busy={form.busy && 'Joining'} className="min-w-0">
        <span className="truncate">Join {organization}</span>
      </Button>
    </form>
  );
}

/** For somebody who is signed in. */
export function AcceptForm({ token, organization }: { token: string; organization: string }) {
  const form = useForm(async () => {
    const { organizationId } = await accept(token, { as: 'me' });
    await api('/api/v1/session/organization', { method: 'PUT', body: { organizationId } });
    window.location.assign('/');
  });
  return (
    <form {...form.props} className="grid gap-5">
      <FormError message={form.error} />
      <Button type="submit" tone="primary" size="large" busy={form.busy && 'Joining'} className="min-w-0">
        <span className="truncate">Join {organization}</span>
      </Button>
    </form>
  );
}
