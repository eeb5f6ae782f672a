'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { controlClass, Field, TextField } from '@/components/ui/field';
import { useNotice } from '@/components/ui/notice';
import { api } from '@/lib/client/api';
import { channelWords } from './words';

interface Part {
  key: string;
  label: string;
  hint?: string;
  optional?: boolean;
  secret?: boolean;
  initial?: () => string;
}

const parts: Record<string, readonly Part[]> = {
  email: [
    { key: 'host', label: 'SMTP server', hint: 'smtp.example.com' },
    { key: 'port', label: 'Port', initial: () => '587' },
    { key: 'user', label: 'User', optional: true },
    { key: 'password', label: 'Password', secret: true, optional: true },
    { key: 'from', label: 'From', hint: 'headroom@example.com' },
    { key: 'to', label: 'To', hint: 'Several with commas between them' },
  ],
  slack: [{ key: 'url', label: 'Address of the incoming webhook', secret: true, hint: 'https://hooks.slack.com/services/…' }],
  teams: [
    { key: 'url', label: 'Address of the workflow', secret: true, hint: 'Workflow: post to a channel when a webhook request is received' },
  ],
  pagerduty: [{ key: 'routingKey', label: 'Integration key (Events API v2)', secret: true }],
  webhook: [
    { key: 'url', label: 'Address', hint: 'https://example.com/headroom' },
    { key: 'key', label: 'Signing key', secret: true, hint: 'Copy it now: it is shown only here.', initial: newKey },
  ],
};

/** 256 random bits, as text. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (b) => b.toString(16).padStart(2, '0')).join('');
}

const begin = (kind: string) => Object.fromEntries((parts[kind] ?? []).map((p) => [p.key, p.initial?.() ?? '']));

/** What the API takes: numbers and lists as such, empty optional fields left out. */
function bodyOf(kind: string, name: string, values: Record<string, string>) {
  const entries = (secret: boolean) =>
    Object.fromEntries(
      (parts[kind] ?? []).flatMap((p): [string, unknown][] => {
        const value = values[p.key]?.trim() ?? '';
        if (Boolean(p.secret) !== secret || (p.optional && !value)) return [];
        if (p.key === 'to')
          return [
            [
              p.key,
              value
                .split(',')
                .map((v) => v.trim())
                .filter(Boolean),
            ],
          ];
        return [[p.key, p.key === 'port' ? Number(value) : value]];
      }),
    );
  const config = entries(false);
  return {
    name: name.trim(),
    kind,
    config: kind === 'email' ? { ...config, secure: values.port === '465' } : config,
    secret: entries(true),
  };
}

export function ChannelDialog() {
  const router = useRouter();
  const say = useNotice();
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState('email');
  const [name, setName] = useState('');
  const [values, setValues] = useState<Record<string, string>>(begin('email'));
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      await api('/api/v1/channels', { method: 'POST', body: bodyOf(kind, name, values) });
      setOpen(false);
      setName('');
      setValues(begin(kind));
      say('The channel is on. Send a test to see that it works.');
      router.refresh();
    } catch (e) {
      setError(e instanceof Error ? e.message : 'It failed. Try again.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button tone="primary">Add channel</Button>}
      title="Add a channel"
      actions={
        <Button tone="primary" onClick={save} busy={busy && 'Adding'}>
          Add
        </Button>
      }
    >
      <div className="grid gap-4">
        <Field label="Kind">
          {(control) => (
            <select
              {...control}
              value={kind}
              onChange={(e) => {
                setKind(e.target.value);
                setValues(begin(e.target.value));
                setError(null);
              }}
              className={controlClass()}
            >
              {Object.entries(channelWords).map(([key, word]) => (
                <option key={key} value={key}>
                  {word}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField label="Name" value={name} onChange={(e) => setName(e.target.value)} placeholder="Finance" />
        {(parts[kind] ?? []).map((p) => (
          <TextField
            key={`${kind} ${p.key}`}
            label={p.label}
            hint={p.hint}
            optional={p.optional}
            type={p.key === 'password' ? 'password' : 'text'}
            autoComplete="off"
            value={values[p.key] ?? ''}
            onChange={(e) => setValues((v) => ({ ...v, [p.key]: e.target.value }))}
          />
        ))}
        {error && (
          <p role="alert" className="text-13 text-over">
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}
