'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, TextField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import { NO_TYPE } from '@/lib/core/units/task-query';
import { channels, deployments, serviceTiers } from '@/lib/core/usage/channels';
import { type Assumption, assumptionWords, readAssumption } from '@/lib/core/what-if/assumptions';
import { type WhatIfView, whatIfHref } from './view';

type Kind = Assumption['kind'];
const kinds: { value: Kind; label: string }[] = [
  { value: 'model', label: 'Another model' },
  { value: 'channel', label: 'Another channel' },
  { value: 'tier', label: 'Another tier' },
  { value: 'region', label: 'Another region' },
  { value: 'deployment', label: 'Another deployment' },
  { value: 'discount', label: 'A discount' },
  { value: 'cache', label: 'Another cache ratio' },
  { value: 'tokens', label: 'Other tokens per call' },
  { value: 'volume', label: 'More or fewer calls' },
];
const options = (list: readonly string[]) => list.map((value) => ({ value, label: value.replaceAll('_', ' ') }));
const channelOptions = Object.entries(channels).map(([value, label]) => ({ value, label }));
const choices: Partial<Record<Kind, { value: string; label: string }[]>> = {
  channel: channelOptions,
  tier: options(serviceTiers),
  deployment: options(deployments),
};
const hints: Partial<Record<Kind, string>> = {
  model: 'Its id, like claude-haiku-4-5',
  region: 'Like eu-west-1',
  discount: 'Off the list price: 0.12 is 12 %',
  cache: 'The part of the prompt: 0.6 is 60 %',
  tokens: 'Times as many: 1.15',
  volume: 'Times as many: 1.5',
};
const zones = [
  { value: '', label: 'Anywhere' },
  { value: 'eu', label: 'In the EU' },
  { value: 'us', label: 'In the US' },
];

interface AssumptionsPanelProps {
  view: WhatIfView;
  /** Of the scope. */
  models: string[];
  /** What follows from the assumptions, and nobody can take away. */
  assumed: { words: string; events: number }[];
  /** Of the days, whatever the scope. */
  choices: { taskTypes: string[]; teams: string[]; models: string[]; channels: string[] };
}

/** What is looked at and what is assumed of it. Every choice stands in the address. */
export function AssumptionsPanel({ view, models, assumed, choices }: AssumptionsPanelProps) {
  const router = useRouter();
  const show = (next: Partial<WhatIfView>) => router.push(whatIfHref({ ...view, scenario: null, ...next }), { scroll: false });
  const all = (word: string) => [{ value: '', label: word }];
  const chosen = (list: readonly string[], own: string | null, none: string) => [
    ...(own !== null && own !== NO_TYPE && !list.includes(own) ? [own, ...list] : list).map((value) => ({ value, label: value })),
    ...(list.length > 0 || own === NO_TYPE ? [{ value: NO_TYPE, label: none }] : []),
  ];
  return (
    <>
      <Panel title="What is looked at" className="border-t-0! pt-0">
        <div className="grid gap-3">
          <Field label="Task type">
            {(c) => (
              <Select
                {...c}
                value={view.task ?? ''}
                options={[...all('All tasks'), ...chosen(choices.taskTypes, view.task, 'No task type')]}
                onChange={(v) => show({ task: v || null })}
              />
            )}
          </Field>
          <Field label="Team">
            {(c) => (
              <Select
                {...c}
                value={view.team ?? ''}
                options={[...all('All teams'), ...chosen(choices.teams, view.team, 'No team')]}
                onChange={(v) => show({ team: v || null })}
              />
            )}
          </Field>
          <Field label="Model">
            {(c) => (
              <Select
                {...c}
                value={view.model ?? ''}
                options={[...all('All models'), ...chosen(choices.models, view.model, 'No model named')]}
                onChange={(v) => show({ model: v || null })}
              />
            )}
          </Field>
          <Field label="Channel">
            {(c) => (
              <Select
                {...c}
                value={view.channel ?? ''}
                options={[
                  ...all('All channels'),
                  ...chosen(choices.channels, view.channel, 'No channel named').map(({ value, label }) => ({
                    value,
                    label: channels[value as keyof typeof channels] ?? label,
                  })),
                ]}
                onChange={(v) => show({ channel: v || null })}
              />
            )}
          </Field>
        </div>
      </Panel>
      <Panel title="What is assumed" note={view.a.length === 0 ? 'Nothing yet: the scenario is the list cost as it was.' : undefined}>
        <ul className="mb-4 border-line border-t text-13 empty:hidden">
          {view.a.map((text) => {
            const assumption = readAssumption(text);
            return (
              <li key={text} className="flex items-start justify-between gap-3 border-line border-b py-1.5">
                <span className="min-w-0 break-words">{assumption ? assumptionWords(assumption) : text}</span>
                <button type="button" className="text-ink-2 underline" onClick={() => show({ a: view.a.filter((x) => x !== text) })}>
                  Remove
                </button>
              </li>
            );
          })}
          {assumed.map(({ words, events }) => (
            <li key={words} className="border-line border-b py-1.5 text-ink-2">
              {words} <span className="text-ink-3">({events.toLocaleString('en')} events)</span>
            </li>
          ))}
        </ul>
        <NewAssumption view={view} models={models} onAdd={(text) => show({ a: [...view.a.filter((x) => x !== text), text] })} />
      </Panel>
      <Panel title="What it has to keep to">
        <div className="grid gap-3">
          <Field label="Where data may go">
            {(c) => <Select {...c} value={view.zone[0] ?? ''} options={zones} onChange={(zone) => show({ zone: zone ? [zone] : [] })} />}
          </Field>
          <label className="flex items-center gap-2 text-13">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={view.preview === 'no'}
              onChange={(e) => show({ preview: e.target.checked ? 'no' : 'yes' })}
            />
            No previews
          </label>
        </div>
      </Panel>
    </>
  );
}

function NewAssumption({ view, models, onAdd }: { view: WhatIfView; models: string[]; onAdd: (text: string) => void }) {
  const [kind, setKind] = useState<Kind>('model');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [share, setShare] = useState('1');
  const list = choices[kind];
  const chosen = list ? to || list[0]?.value || '' : to;
  const fromOptions: { value: string; label: string }[] =
    kind === 'model' || kind === 'tokens' || kind === 'cache'
      ? models.map((value) => ({ value, label: value }))
      : kind === 'channel' || kind === 'discount'
        ? channelOptions
        : kind === 'tier'
          ? options(serviceTiers)
          : [];
  const hasShare = ['model', 'channel', 'tier', 'region', 'deployment'].includes(kind);
  const text = `${kind}:${from || '*'}~${chosen.trim().toLowerCase()}${hasShare && share !== '1' ? `@${share}` : ''}`;
  const isGood = chosen !== '' && readAssumption(text) !== null && !view.a.includes(text);
  return (
    <form
      className="grid gap-3"
      onSubmit={(e) => {
        e.preventDefault();
        if (isGood) onAdd(text);
      }}
    >
      <Field label="Assume">
        {(c) => (
          <Select<Kind>
            {...c}
            value={kind}
            options={kinds}
            onChange={(next) => {
              setKind(next);
              setFrom('');
              setTo('');
            }}
          />
        )}
      </Field>
      {fromOptions.length > 0 && (
        <Field label="Instead of">
          {(c) => <Select {...c} value={from} options={[{ value: '', label: 'everything' }, ...fromOptions]} onChange={setFrom} />}
        </Field>
      )}
      {list ? (
        <Field label="To">{(c) => <Select {...c} value={chosen} options={list} onChange={setTo} />}</Field>
      ) : (
        <TextField label="To" value={to} hint={hints[kind]} onChange={(e) => setTo(e.target.value)} maxLength={120} />
      )}
      {hasShare && (
        <TextField
          label="Part that moves"
          value={share}
          hint="1 is all of it, 0.4 is 40 %"
          inputMode="decimal"
          onChange={(e) => setShare(e.target.value.trim() || '1')}
        />
      )}
      <div>
        <Button type="submit" disabled={!isGood}>
          Add
        </Button>
      </div>
    </form>
  );
}
