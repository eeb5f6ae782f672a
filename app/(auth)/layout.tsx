import type { ReactNode } from 'react';
import { Logo } from '@/components/brand/logo';

/** The front door: one column, one thing to do. */
export default function FrontDoorLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-line border-b px-4 py-4 desk:px-6">
        <Logo />
      </header>
      <main className="mx-auto w-full max-w-[26rem] flex-1 px-4 pt-[min(12vh,7rem)] pb-16">{children}</main>
    </div>
  );
}
