'use client';

import { useState } from 'react';
import { PasswordField } from '@/components/ui/field';
import type { About } from '@/lib/core/access/password';
import { passwordHint } from './password-hint';

export function NewPasswordField({ label = 'Password', about, error }: { label?: string; about?: About; error?: string }) {
  const [password, setPassword] = useState('');
  return (
    <PasswordField
      label={label}
      name="password"
      autoComplete="new-password"
      required
      value={password}
      onChange={(event) => setPassword(event.target.value)}
      hint={<span aria-live="polite">{passwordHint(password, about)}</span>}
      error={error}
    />
  );
}
