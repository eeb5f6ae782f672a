'use client';

import { usePathname } from 'next/navigation';
import { LinkTabs } from '@/components/ui/tabs';

export function SettingsTabs({
  mayReadAudit,
  mayChangeOrganization,
  mayMakeTokens,
  mayMakeLinks,
}: {
  mayReadAudit: boolean;
  mayChangeOrganization: boolean;
  mayMakeTokens: boolean;
  mayMakeLinks: boolean;
}) {
  const section = usePathname().split('/')[2] ?? '';
  const tabs = [
    { key: 'members', label: 'Members', href: '/settings/members' },
    { key: 'account', label: 'Your account', href: '/settings/account' },
    ...(mayChangeOrganization ? [{ key: 'organization', label: 'Organisation', href: '/settings/organization' }] : []),
    { key: 'currencies', label: 'Currencies', href: '/settings/currencies' },
    ...(mayMakeTokens ? [{ key: 'tokens', label: 'API tokens', href: '/settings/tokens' }] : []),
    ...(mayMakeLinks ? [{ key: 'share-links', label: 'Share links', href: '/settings/share-links' }] : []),
    ...(mayReadAudit ? [{ key: 'audit', label: 'Audit log', href: '/settings/audit' }] : []),
  ];
  return <LinkTabs label="Settings" tabs={tabs} active={section} />;
}
