import type { ReactNode } from 'react';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { SettingsTabs } from './_parts/settings-tabs';

/** Each page asks for its own permission; here it is only decided which ones are worth naming. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { role } = await requireActorOrRedirect();
  return (
    <>
      <PageHeader title="Settings" />
      <PageBody>
        <SettingsTabs
          mayReadAudit={can(role, 'audit:read')}
          mayChangeOrganization={can(role, 'organization:write')}
          mayMakeTokens={can(role, 'tokens:write')}
          mayMakeLinks={can(role, 'share-links:write')}
        />
        <div className="min-w-0 pt-2 [&>section:first-child]:border-t-0">{children}</div>
      </PageBody>
    </>
  );
}
