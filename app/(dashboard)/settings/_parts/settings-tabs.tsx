'use client';

import { usePathname } from 'next/navigation';
import { LinkTabs } from '@/components/ui/tabs';

export function SettingsTabs({
  mayReadAudit,
  mayChangeOrganization,
  mayMakeTokens,
}: {
  mayReadAudit: boolean;
  mayChangeOrganization: boolean;
  mayMakeTokens: boolean;
}) {
  const section = usePathname().split('/')[2] ?? '';
  const tabs = [
    { key: 'members', label: 'Members', href: '/settings/members' },
    { key: 'account', label: 'Your account', href: '/settings/account' },
    ...(mayChangeOrganization ? [{ key: 'organization', label: 'Organisation', href: '/settings/organization' }] : []),
    ...(mayMakeTokens ? [{ key: 'tokens', label: 'API tokens', href: '/settings/tokens' }] : []),
    ...(mayReadAudit ? [{ key: 'audit', label: 'Audit log', href: '/settings/audit' }] : []),
  ];
  return <LinkTabs label="Settings" tabs={tabs} active={section} />;
}
