'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { type Option, Select } from '@/components/ui/select';
import { api } from '@/lib/client/api';
import type { TaughtMeaning } from '@/lib/core/meters/taught';
import { axisText, taughtWords } from '@/lib/core/meters/taught-words';

const axes = {
  tokenType: 'Kind of token',
  tokensPerUnit: 'One unit is',
  deploymentType: 'Deployment',
  serviceTier: 'Tier',
  modality: 'Modality',
  cacheTtl: 'Cache lives',
  lifecycle: 'Use',
} as const satisfies Partial<Record<keyof TaughtMeaning, string>>;
type Axis = keyof typeof axes;

/** Left as it is read, said to be none, or one of the words. */
const [AS_READ, NONE] = ['as-read', 'none'];
const optionsOf = (axis: Axis): Option[] => [
  { value: AS_READ, label: 'As it is read' },
  { value: NONE, label: axis === 'tokensPerUnit' ? 'no number of tokens' : 'none' },
  ...taughtWords[axis].map((value) => ({ value, label: capital(axisText(value)) })),
];
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const kinds = [
  { value: 'model', label: 'A model' },
  { value: 'no-model', label: 'AI without a model: a tool, a seat, capacity' },
  { value: 'not-ai', label: 'No AI' },
] as const;
type Kind = (typeof kinds)[number]['value'];

interface TeachDialogProps {
  provider: string;
  providerName: string;
  meter: string;
  /** What it means now, or may mean. */
  meaning: TaughtMeaning | null;
  words: 'Teach' | 'Change';
}

/** Says what one meter means. */
export function TeachDialog({ provider, providerName, meter, meaning, words }: TeachDialogProps) {
  const router = useRouter();
  const say = useNotice();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [kind, setKind] = useState<Kind>(meaning === null || meaning.model !== null ? 'model' : meaning.isAi ? 'no-model' : 'not-ai');
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (form: FormData) => {
    setBusy(true);
    setFailure(null);
    try {
      const done = await api<{ profiles: number; outcome: string }>('/api/v1/meters', {
        method: 'POST',
        body: { provider, meter, meaning: meaningIn(kind, form) },
      });
      say(done.outcome === 'unchanged' ? 'That is what it means already' : 'It means this now, in what is loaded as well');
      setOpen(false);
      router.refresh();
    } catch (e) {
      setFailure((e as Error).message);
    }
    setBusy(false);
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setFailure(null);
      }}
      trigger={
        <Button size="small" tone={words === 'Teach' ? 'plain' : 'quiet'} aria-label={`${words} ${meter}`}>
          {words}
        </Button>
      }
      title="What this meter means"
      description={
        <>
          <bdi className="break-words text-ink">{meter}</bdi>, {providerName}
        </>
      }
    >
      <form
        className="grid gap-4"
        onSubmit={(e) => {
          e.preventDefault();
          if (!isBusy) void save(new FormData(e.currentTarget));
        }}
      >
        {failure && <FormError message={failure} />}
        <Field label="It is">{(control) => <Select {...control} value={kind} options={kinds} onChange={setKind} />}</Field>
        {kind === 'model' && (
          <TextField
            label="Model"
            name="model"
            required
            maxLength={120}
            defaultValue={meaning?.model ?? ''}
            hint="Such as gpt-5-mini; versions as the bill has them."
          />
        )}
        {kind !== 'not-ai' && (
          <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
            {(Object.keys(axes) as Axis[]).map((axis) => (
              <AxisField key={axis} axis={axis} initial={initialOf(meaning, axis)} />
            ))}
            <TextField label="Vendor" name="vendor" optional maxLength={120} defaultValue={meaning?.vendor ?? ''} />
          </div>
        )}
        <div className="flex justify-end">
          <Button tone="primary" type="submit" busy={isBusy && 'Applying'}>
            Teach it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function AxisField({ axis, initial }: { axis: Axis; initial: string }) {
  return <Field label={axes[axis]}>{(control) => <Choice {...control} name={axis} options={optionsOf(axis)} initial={initial} />}</Field>;
}

function Choice({ initial, ...control }: { initial: string; name: string; options: Option[] }) {
  const [value, setValue] = useState(initial);
  return <Select {...control} value={value} onChange={setValue} />;
}

const initialOf = (meaning: TaughtMeaning | null, axis: Axis): string =>
  (meaning?.[axis] === null ? NONE : (meaning?.[axis] ?? AS_READ)) as string;

function meaningIn(kind: Kind, form: FormData): unknown {
  if (kind === 'not-ai') return { isAi: false, model: null };
  const said = Object.fromEntries(
    (Object.keys(axes) as Axis[]).flatMap((axis) => {
      const value = form.get(axis);
      return value === AS_READ || value === null ? [] : [[axis, value === NONE ? null : value]];
    }),
  );
  const vendor = String(form.get('vendor') ?? '').trim();
  return { isAi: true, model: kind === 'model' ? form.get('model') : null, ...said, ...(vendor && { vendor }) };
}
