'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select';
import { ApiError } from '@/lib/client/api';
import { type ConnectionBody, changeConnection, createConnection, testDraft } from '@/lib/client/connections';
import type { Schedule } from '@/lib/core/connections/schedule';
import type { ConnectionDetail, KindView, TestAnswer } from '@/lib/core/connections/view';
import { KindField } from './kind-field';

interface ConnectionFormProps {
  kind: KindView;
  /** The connection that is changed; left out for a new one. */
  connection?: ConnectionDetail;
  /** First day that is wanted, and how often, before anybody says otherwise. */
  from: string;
  schedule: Schedule;
}

const hours = Array.from({ length: 24 }, (_, h) => ({ value: String(h), label: `${String(h).padStart(2, '0')}:00 UTC` }));
const often = [
  { value: 'day', label: 'Daily' },
  { value: '6-hours', label: 'Every 6 hours' },
  { value: 'hour', label: 'Every hour' },
] as const;

/** Sets a connection up, or changes one. Drawn from what its kind asks for; can be tried before it is kept. */
export function ConnectionForm({ kind, connection, from: usualFrom, schedule }: ConnectionFormProps) {
  const router = useRouter();
  const cache = useQueryClient();
  const say = useNotice();
  const [name, setName] = useState('');
  const [values, setValues] = useState(() => startValues(kind, connection));
  const [every, setEvery] = useState<Schedule['every']>(schedule.every);
  const [hour, setHour] = useState(schedule.every === 'day' ? schedule.hour : 6);
  const [from, setFrom] = useState(usualFrom);
  const [hashPersons, setHashPersons] = useState(connection?.hashPersons ?? false);
  const [busy, setBusy] = useState<'test' | 'save' | null>(null);
  const [answer, setAnswer] = useState<TestAnswer | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});

  const entries = (isSecret: boolean) =>
    Object.fromEntries(kind.fields.filter((f) => f.isSecret === isSecret).map((f) => [f.name, values[f.name]?.trim() ?? '']));
  const body = (): ConnectionBody => ({
    config: entries(false),
    secret: entries(true),
    schedule: every === 'day' ? { every, hour } : { every },
    from,
    hashPersons,
  });
  const attempt = async (what: 'test' | 'save', work: () => Promise<void>) => {
    if (busy) return;
    setBusy(what);
    setError(null);
    setFaults({});
    if (what === 'test') setAnswer(null);
    await work().catch((e: Error) => {
      setError(e.message);
      setFaults(e instanceof ApiError ? e.fields : {});
    });
    setBusy(null);
  };
  const test = () =>
    attempt('test', async () => {
      const { config, secret } = body();
      setAnswer(await testDraft({ kind: kind.kind, config, secret, ...(connection && { id: connection.id }) }));
    });
  const save = (event: FormEvent) => {
    event.preventDefault();
    return attempt('save', async () => {
      const id = connection?.id ?? (await createConnection({ ...body(), name: name.trim(), kind: kind.kind })).id;
      if (connection) await changeConnection(id, body());
      await cache.invalidateQueries({ queryKey: ['connections'] });
      say(connection ? `${connection.name} is changed` : 'The connection is set up. Its first pull begins now.');
      router.push(`/sources/connections/${id}`);
      router.refresh();
    });
  };
  return (
    <form onSubmit={save} noValidate method="post" className="grid max-w-xl gap-4 pt-2 pb-6">
      {!connection && (
        <TextField
          label="Name of the connection"
          hint="The source in Headroom is called so too: AWS payer account"
          value={name}
          error={faults.name}
          autoComplete="off"
          onChange={(e) => setName(e.target.value)}
        />
      )}
      {kind.fields.map((field) => (
        <KindField
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          error={faults[field.name]}
          isKept={Boolean(connection) && field.isSecret}
          onChange={(value) => {
            setValues((all) => ({ ...all, [field.name]: value }));
            setAnswer(null);
          }}
        />
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={test} busy={busy === 'test' && 'Asking'}>
          Test
        </Button>
        <p role="status" className="min-w-0 flex-1 basis-64 break-words text-13">
          {answer && <span className={answer.ok ? 'text-ok' : 'text-over'}>{`${answer.ok ? '✓' : '×'} ${answer.answer}`}</span>}
          {!answer && !busy && <span className="text-ink-3">Nothing is loaded or kept by a test.</span>}
        </p>
      </div>
      <div className="grid grid-cols-2 items-start gap-4 border-line border-t pt-4">
        <SelectField label="Pull" value={every} onChange={setEvery} options={often} />
        {every === 'day' && (
          <SelectField
            label="At"
            value={String(hour)}
            onChange={(v) => setHour(Number(v))}
            options={hours}
            hint="When yesterday is written"
          />
        )}
      </div>
      <TextField
        label="From day"
        type="date"
        value={from}
        error={faults.from}
        onChange={(e) => setFrom(e.target.value)}
        hint={
          kind.group === 'files'
            ? 'Exports of earlier months are left alone.'
            : 'The first pull reads everything since then. Later ones read the running month and the one before, since providers restate them.'
        }
      />
      <label className="flex min-h-6 items-start gap-2 text-13">
        <input
          type="checkbox"
          checked={hashPersons}
          onChange={(e) => setHashPersons(e.target.checked)}
          className="mt-0.5 size-4 shrink-0 accent-accent"
        />
        <span>
          Hash names and e-mail addresses of people
          <span className="block text-12 text-ink-3">
            In tags such as owner or created-by and in columns that name who did it. Holds for what is loaded from now on.
          </span>
        </span>
      </label>
      <FormError message={error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" busy={busy === 'save' && 'Saving'}>
          {connection ? 'Save' : 'Set up connection'}
        </Button>
        <LinkButton tone="quiet" href={connection ? `/sources/connections/${connection.id}` : '/sources/connections'}>
          Cancel
        </LinkButton>
      </div>
    </form>
  );
}

/** What is there already; a choice that nobody made is its first option. No secret comes back. */
function startValues(kind: KindView, connection: ConnectionDetail | undefined): Record<string, string> {
  const shown = (value: unknown) => (Array.isArray(value) ? value.join(', ') : value === undefined || value === null ? '' : String(value));
  return Object.fromEntries(
    kind.fields.map((f) => [f.name, (f.isSecret ? '' : shown(connection?.config[f.name])) || (f.options?.[0]?.value ?? '')]),
  );
}
