'use client';

import { signOut } from 'next-auth/react';
import { Button } from '@/components/ui/button';

export const SignOutButton = ({ to, children }: { to: string; children: string }) => (
  <Button onClick={() => void signOut({ callbackUrl: to })}>{children}</Button>
);
