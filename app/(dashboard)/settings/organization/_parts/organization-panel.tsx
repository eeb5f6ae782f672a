'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { renameOrganization } from '@/lib/client/account';
import { useForm } from '@/lib/client/use-form';
import { dayOf } from '../../members/_parts/dates';

interface OrganizationPanelProps {
  name: string;
  slug: string;
  members: number;
  createdAt: string;
}

export function OrganizationPanel({ name, slug, members, createdAt }: OrganizationPanelProps) {
  const router = useRouter();
  const say = useNotice();
  const form = useForm(async (values) => {
    const changed = await renameOrganization(values.name ?? '');
    say(`The organisation is called ${changed.name}`);
    router.refresh();
  });
  const facts = [
    ['In the terminal', <code key="slug" className="font-mono text-12">{`--org ${slug}`}</code>],
    ['Members', String(members)],
    ['Made on', dayOf(createdAt)],
    ['Days begin and end', 'at midnight UTC, as in the bills'],
  ] as const;
  return (
    <Panel title="Organisation" note="The name stands at the top of the menu and on what is printed.">
      <div className="grid max-w-[26rem] gap-6">
        <form {...form.props} className="grid gap-4">
          <FormError message={form.error} />
          <TextField label="Name" name="name" defaultValue={name} autoComplete="organization" required error={form.fields.name} />
          <div>
            <Button type="submit" tone="primary" busy={form.busy && 'Saving'}>
              Save the name
            </Button>
          </div>
        </form>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-13">
          {facts.map(([what, value]) => (
            <div key={what} className="contents">
              <dt className="text-ink-3">{what}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Panel>
  );
}
