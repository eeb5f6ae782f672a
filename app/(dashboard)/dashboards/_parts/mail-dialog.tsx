'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { momentText } from '@/components/filters/period-words';
import { Button, LinkButton } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { ErrorState, Skeleton } from '@/components/ui/panel-states';
import { SelectField } from '@/components/ui/select';
import { type Mailing, mailingQuery, setMailing } from '@/lib/client/dashboards';
import { useForm } from '@/lib/client/use-form';
import type { Dashboard } from '@/lib/core/dashboards/panels';

const formId = 'dashboard-mail';
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const days = {
  week: weekdays.map((label, i) => ({ value: String(i + 1), label })),
  month: Array.from({ length: 28 }, (_, i) => ({ value: String(i + 1), label: `the ${i + 1}.` })),
};
const hours = Array.from({ length: 24 }, (_, i) => ({ value: String(i), label: `${String(i).padStart(2, '0')}:00` }));

/** When the dashboard goes out by mail, and through which channel. */
export function MailDialog({ dashboard, onClose }: { dashboard: Dashboard; onClose: () => void }) {
  const mailing = useQuery(mailingQuery(dashboard.id));
  const [busy, setBusy] = useState(false);
  const usable = (mailing.data?.channels.length ?? 0) > 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Mail “${dashboard.name}”`}
      description="Its figures as tables, worked out when the mail goes out, to everybody whom the channel reaches."
      actions={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          {usable && (
            <Button type="submit" form={formId} tone="primary" busy={busy && 'Saving'}>
              Save
            </Button>
          )}
        </>
      }
    >
      {mailing.error && <ErrorState title="It could not be loaded" detail={mailing.error.message} onRetry={() => mailing.refetch()} />}
      {mailing.isPending && <Skeleton shape="text" />}
      {mailing.data && !usable && (
        <div className="grid justify-items-start gap-3 text-13 text-ink-2">
          <p>No channel is mail yet. An administrator adds one under Alerts.</p>
          <LinkButton href="/alerts?tab=channels">See channels</LinkButton>
        </div>
      )}
      {mailing.data && usable && <MailForm id={dashboard.id} mailing={mailing.data} onBusy={setBusy} onDone={onClose} />}
    </Dialog>
  );
}

interface MailFormProps {
  id: number;
  mailing: Mailing;
  onBusy: (busy: boolean) => void;
  onDone: () => void;
}

function MailForm({ id, mailing: { schedule, nextAt, channels }, onBusy, onDone }: MailFormProps) {
  const say = useNotice();
  const queries = useQueryClient();
  const [every, setEvery] = useState<'never' | 'week' | 'month'>(schedule?.every ?? 'week');
  const [day, setDay] = useState(String(schedule?.day ?? 1));
  const [hour, setHour] = useState(String(schedule?.hour ?? 7));
  const [channel, setChannel] = useState(String(schedule?.channel ?? channels[0]?.id ?? ''));
  const form = useForm(async ({ zone = '' }) => {
    onBusy(true);
    const wanted = every === 'never' ? null : { every, day: Number(day), hour: Number(hour), zone, channel: Number(channel) };
    const set = await setMailing(id, wanted).finally(() => onBusy(false));
    queries.setQueryData(mailingQuery(id).queryKey, set);
    say(set.nextAt ? `The next mail goes out on ${momentText(set.nextAt)}` : 'No mail goes out any more');
    onDone();
  });
  const isOn = every !== 'never';
  return (
    <form {...form.props} id={formId} className="grid gap-4">
      <FormError message={form.error} />
      {nextAt && <p className="text-13 text-ink-2">The next one goes out on {momentText(nextAt)}.</p>}
      <SelectField
        label="How often"
        value={every}
        onChange={(next) => {
          setEvery(next);
          if (next === 'week' && Number(day) > 7) setDay('1');
        }}
        options={[
          { value: 'week', label: 'Every week' },
          { value: 'month', label: 'Every month' },
          { value: 'never', label: 'Not at all' },
        ]}
      />
      {isOn && (
        <>
          <div className="grid grid-cols-2 gap-4">
            <SelectField label="Day" value={day} onChange={setDay} options={days[every]} />
            <SelectField label="Hour" value={hour} onChange={setHour} options={hours} />
          </div>
          <TextField
            label="Time zone"
            name="zone"
            autoComplete="off"
            defaultValue={schedule?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
            error={form.fields['schedule.zone']}
          />
          <SelectField
            label="Channel"
            value={channel}
            onChange={setChannel}
            options={channels.map((c) => ({ value: String(c.id), label: c.name }))}
          />
        </>
      )}
    </form>
  );
}
