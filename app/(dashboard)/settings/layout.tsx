import type { ReactNode } from 'react';
import { PageBody, PageHeader } from '@/components/shell/page-header';

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PageHeader title="Settings" note="Members" />
      <PageBody>{children}</PageBody>
    </>
  );
}
