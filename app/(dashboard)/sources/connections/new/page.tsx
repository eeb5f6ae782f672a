import type { Metadata } from 'next';
import Link from 'next/link';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/panel-states';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { usualStart } from '@/lib/core/connections/plan';
import { usualSchedule } from '@/lib/core/connections/schedule';
import { today } from '@/lib/http/today';
import { listKinds } from '@/lib/services/connections/kinds';
import { ConnectionForm } from '../_parts/connection-form';
import { KindCards } from '../_parts/kind-cards';

export const metadata: Metadata = { title: 'New connection' };

export default async function NewConnectionPage({ searchParams }: PageProps<'/sources/connections/new'>) {
  const actor = await requireActorOrRedirect('/sources/connections/new');
  const { kind: wanted } = await searchParams;
  const kinds = listKinds(actor);
  const kind = kinds.find((k) => k.kind === wanted);
  return (
    <>
      <PageHeader title={kind ? `New connection: ${kind.title}` : 'New connection'} note={kind ? undefined : 'Where do the bills lie?'} />
      <PageBody>
        {!can(actor.role, 'connections:write') ? (
          <EmptyState
            title="You can see connections, not make them"
            reason="It needs the role admin. Ask an administrator of this organisation."
          />
        ) : kind ? (
          <section>
            <p className="max-w-prose text-13 text-ink-2">
              {kind.about}{' '}
              <Link href="/sources/connections/new" className="underline">
                Choose another kind
              </Link>
            </p>
            <ConnectionForm kind={kind} from={usualStart(today())} schedule={usualSchedule} />
          </section>
        ) : (
          <KindCards kinds={kinds} />
        )}
      </PageBody>
    </>
  );
}
