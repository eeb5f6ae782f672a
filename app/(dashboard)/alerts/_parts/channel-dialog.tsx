'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Field, PasswordField, TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select';
import { api } from '@/lib/client/api';
import { everything, type Subscription, takesDigests } from '@/lib/core/alerts/subscription';
import type { ChannelRow } from '@/lib/services/channels/manage-channels';
import { type ChannelField, type ChannelValues, channelBody, channelFields, newKey, startValues } from './channel-fields';
import { SubscriptionFields } from './channel-subscription';
import { channelWords } from './words';

const formId = 'channel-form';

/** Makes a channel, or changes one: what is entered as secret replaces the old one, an empty field keeps it. */
export function ChannelDialog({ channel }: { channel?: ChannelRow }) {
  const router = useRouter();
  const say = useNotice();
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState(channel?.kind ?? 'email');
  const [name, setName] = useState('');
  const [values, setValues] = useState<ChannelValues>({});
  const [subscription, setSubscription] = useState<Subscription>(channel?.subscription ?? everything);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const begin = (next: string) => {
    setKind(next);
    setValues(startValues(next, channel?.config));
    if (!takesDigests(next)) setSubscription((s) => ({ ...s, when: { at: 'once' }, group: 0 }));
    setError(null);
  };
  const turn = (isOpen: boolean) => {
    if (isOpen) {
      setSubscription(channel?.subscription ?? everything);
      begin(channel?.kind ?? 'email');
    }
    setName('');
    setOpen(isOpen);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const body = { ...channelBody(kind, values), subscription };
    await (channel
      ? api(`/api/v1/channels/${channel.id}`, { method: 'PATCH', body })
      : api('/api/v1/channels', { method: 'POST', body: { ...body, name: name.trim(), kind } })
    ).then(
      () => {
        setOpen(false);
        say(
          channel
            ? `${channel.name} is changed. Send a test to see that it works.`
            : 'The channel is on. Send a test to see that it works.',
        );
        router.refresh();
      },
      (e: Error) => setError(e.message),
    );
    setBusy(false);
  };
  const set = (key: string) => (value: string) => setValues((v) => ({ ...v, [key]: value }));
  return (
    <Dialog
      open={open}
      kind="side"
      onOpenChange={turn}
      trigger={
        channel ? (
          <Button size="small" tone="quiet">
            Change
          </Button>
        ) : (
          <Button tone="primary">Add a channel</Button>
        )
      }
      title={channel ? `Change "${channel.name}"` : 'Add a channel'}
      description={channel && 'A secret is shown to nobody again. Leave its field empty to keep it.'}
      actions={
        <Button tone="primary" type="submit" form={formId} busy={busy && 'Saving'}>
          {channel ? 'Save' : 'Add channel'}
        </Button>
      }
    >
      <form id={formId} onSubmit={save} className="grid gap-4" noValidate>
        {!channel && (
          <>
            <SelectField
              label="Kind"
              value={kind}
              onChange={begin}
              options={Object.entries(channelWords).map(([value, label]) => ({ value, label }))}
            />
            <TextField label="Name" value={name} onChange={(e) => setName(e.target.value)} hint="As it is called in the inbox: Finance" />
          </>
        )}
        {(channelFields[kind] ?? []).map((field) => (
          <ChannelInput
            key={`${kind} ${field.key}`}
            field={field}
            value={values[field.key] ?? ''}
            onChange={set(field.key)}
            isNew={!channel}
          />
        ))}
        <SubscriptionFields channelKind={kind} value={subscription} onChange={setSubscription} />
        <FormError message={error} />
      </form>
    </Dialog>
  );
}

interface ChannelInputProps {
  field: ChannelField;
  value: string;
  onChange: (value: string) => void;
  isNew: boolean;
}

function ChannelInput({ field, value, onChange, isNew }: ChannelInputProps) {
  if (field.key === 'key') return <SigningKey value={value} onChange={onChange} isNew={isNew} />;
  const common = {
    label: field.label,
    hint: field.secret && !isNew ? 'Empty: as it is' : field.hint,
    value,
    onChange: (e: { target: { value: string } }) => onChange(e.target.value),
  };
  if (field.key === 'password') return <PasswordField {...common} autoComplete="new-password" />;
  return (
    <TextField
      {...common}
      optional={field.optional}
      autoComplete="off"
      spellCheck={false}
      inputMode={field.key === 'port' ? 'numeric' : undefined}
    />
  );
}

/** Made in the browser, shown until the dialog closes and never again. */
function SigningKey({ value, onChange, isNew }: Omit<ChannelInputProps, 'field'>) {
  if (!value)
    return (
      <Field label="Signing key" hint="Whoever checks signatures needs the new one at the same moment.">
        {(control) => (
          <Button {...control} className="justify-self-start" onClick={() => onChange(newKey())}>
            Make a new key
          </Button>
        )}
      </Field>
    );
  return (
    <Field label="Signing key" hint="Copy it now: it is shown only here. The receiver checks the signature with it.">
      {(control) => (
        <div className="flex flex-wrap items-center gap-2">
          <output {...control} className="min-w-0 flex-1 basis-52 break-all rounded-2 bg-surface-2 p-2 font-mono text-12">
            {value}
          </output>
          <CopyButton text={value} />
          {!isNew && (
            <Button tone="quiet" onClick={() => onChange('')}>
              Keep the old one
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}
