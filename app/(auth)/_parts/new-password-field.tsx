'use client';

import { useState } from 'react';
import { PasswordField } from '@/components/ui/field';
import { passwordHint } from './password-hint';

export function NewPasswordField({ error }: { error?: string }) {
  const [password, setPassword] = useState('');
  return (
    <PasswordField
      label="Password"
      name="password"
      autoComplete="new-password"
      required
      value={password}
      onChange={(event) => setPassword(event.target.value)}
      hint={<span aria-live="polite">{passwordHint(password)}</span>}
      error={error}
    />
  );
}
