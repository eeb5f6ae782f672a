import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { ChartOwner } from '@/components/charts/chart-owner';
import { parseTheme, railCookie, themeCookie } from '@/components/shell/preferences';
import { Shell } from '@/components/shell/shell';
import { currentUser, requireActorOrRedirect } from '@/lib/auth/actor';

/** Not a lock: each page and each route asks for its own actor. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const actor = await requireActorOrRedirect();
  const [user, jar] = await Promise.all([currentUser(), cookies()]);
  return (
    <Shell
      user={{ name: actor.name, email: actor.email }}
      organization={{ organizationId: actor.organizationId, organizationName: actor.organizationName }}
      organizations={(user?.memberships ?? []).map(({ organizationId, organizationName }) => ({ organizationId, organizationName }))}
      initialTheme={parseTheme(jar.get(themeCookie)?.value)}
      initiallyFolded={jar.get(railCookie)?.value === 'folded'}
    >
      <ChartOwner name={actor.organizationName}>{children}</ChartOwner>
    </Shell>
  );
}
