'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { PageHeader } from '@/components/shell/page-header';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useNotice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select';
import { changeDashboard, deleteDashboard, restoreDashboard } from '@/lib/client/dashboards';
import { useForm } from '@/lib/client/use-form';
import type { Dashboard } from '@/lib/core/dashboards/panels';
import { GuestLink } from './guest-link';
import { MailDialog } from './mail-dialog';

interface DashboardHeaderProps {
  dashboard: Dashboard;
  mayLink: boolean;
  mayMail: boolean;
  /** The actions while it is being arranged. */
  editing: ReactNode;
  onEdit: () => void;
}

export function DashboardHeader({ dashboard, mayLink, mayMail, editing, onEdit }: DashboardHeaderProps) {
  const router = useRouter();
  const say = useNotice();
  const [dialog, setDialog] = useState<'share' | 'rename' | 'mail' | null>(null);
  useShortcuts({ s: () => setDialog('share') });
  const { id, name, mayChange } = dashboard;
  const fail = (e: Error) => say(e.message, { tone: 'over' });
  const remove = () =>
    deleteDashboard(id).then(() => {
      say(`Deleted “${name}”`, {
        action: { label: 'Undo', run: () => restoreDashboard(id).then(() => router.push(`/dashboards/${id}`), fail) },
      });
      router.push('/dashboards');
      router.refresh();
    }, fail);
  return (
    <>
      <PageHeader
        title={name}
        note={dashboard.shared ? 'open to everybody here' : 'open to you alone'}
        actions={
          editing || (
            <>
              <Button tone="quiet" aria-keyshortcuts="s" onClick={() => setDialog('share')}>
                Share
              </Button>
              <Button tone="quiet" onClick={() => window.print()}>
                Print
              </Button>
              {mayChange && (
                <>
                  <Button onClick={onEdit}>Arrange</Button>
                  <Menu align="end" label="Dashboard" trigger={<Button aria-label="More">…</Button>}>
                    <MenuItem onSelect={() => setDialog('rename')}>Rename, who may open it …</MenuItem>
                    {mayMail && <MenuItem onSelect={() => setDialog('mail')}>Mail it every week or month …</MenuItem>}
                    <MenuItem danger onSelect={remove}>
                      Delete “{name}”
                    </MenuItem>
                  </Menu>
                </>
              )}
            </>
          )
        }
      />
      {dialog === 'mail' && <MailDialog dashboard={dashboard} onClose={() => setDialog(null)} />}
      {dialog === 'rename' && <RenameDialog dashboard={dashboard} onClose={() => setDialog(null)} />}
      <Dialog
        open={dialog === 'share'}
        onOpenChange={(open) => setDialog(open ? 'share' : null)}
        title="Share this dashboard"
        actions={
          <DialogClose>
            <Button>Done</Button>
          </DialogClose>
        }
      >
        {dialog === 'share' && <ShareParts dashboard={dashboard} mayLink={mayLink} />}
      </Dialog>
    </>
  );
}

function ShareParts({ dashboard: { id, name, shared }, mayLink }: { dashboard: Dashboard; mayLink: boolean }) {
  const href = new URL(`/dashboards/${id}`, window.location.origin).href;
  return (
    <div className="grid gap-5">
      <div className="grid gap-1.5">
        <p className="text-13 font-strong">For people of this organisation</p>
        <p className="text-13 text-ink-2">
          {shared
            ? 'Everybody who is signed in here can open it.'
            : 'Nobody but you can open it yet: “Rename, who may open it” changes that.'}
        </p>
        <div className="flex items-start gap-2">
          <code className="min-w-0 flex-1 break-all rounded-2 bg-surface-2 px-2.5 py-1.5 font-mono text-12">{href}</code>
          <CopyButton text={href} label="Copy link" />
        </div>
      </div>
      {mayLink && (
        <div className="border-line border-t pt-4">
          <GuestLink kind="dashboard" id={id} name={name} />
        </div>
      )}
    </div>
  );
}

const formId = 'dashboard-name';

function RenameDialog({ dashboard, onClose }: { dashboard: Dashboard; onClose: () => void }) {
  const router = useRouter();
  const [shared, setShared] = useState<'yes' | 'no'>(dashboard.shared ? 'yes' : 'no');
  const [busy, setBusy] = useState(false);
  const form = useForm(async ({ name = '' }) => {
    setBusy(true);
    await changeDashboard(dashboard.id, { name, shared: shared === 'yes' }).finally(() => setBusy(false));
    onClose();
    router.refresh();
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Change “${dashboard.name}”`}
      actions={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" form={formId} tone="primary" busy={busy && 'Saving'}>
            Save changes
          </Button>
        </>
      }
    >
      <form {...form.props} id={formId} className="grid gap-4">
        <FormError message={form.error} />
        <TextField label="Name" name="name" maxLength={80} autoComplete="off" defaultValue={dashboard.name} error={form.fields.name} />
        <SelectField
          label="Who may open it"
          value={shared}
          onChange={setShared}
          options={[
            { value: 'no', label: 'Only me' },
            { value: 'yes', label: 'Everybody in the organisation' },
          ]}
        />
      </form>
    </Dialog>
  );
}
