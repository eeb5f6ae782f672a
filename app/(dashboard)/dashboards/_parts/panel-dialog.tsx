'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { controlClass, Field, TextField } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select';
import type { Panel, PanelSpec } from '@/lib/core/dashboards/panels';
import type { SavedView } from '@/lib/core/views/saved-view';

export interface PanelChoices {
  views: readonly SavedView[];
  budgets: readonly string[];
  agreements: readonly string[];
  taskTypes: readonly string[];
}

const kinds = [
  { value: 'chart', label: 'Chart of a saved view' },
  { value: 'figure', label: 'Figure of a saved view' },
  { value: 'budget', label: 'Budget' },
  { value: 'agreement', label: 'Agreement' },
  { value: 'unit', label: 'Cost of a task' },
  { value: 'text', label: 'Text' },
] as const;
type Kind = (typeof kinds)[number]['value'];

const kindOf = (panel: Panel | null): Kind => (panel === null ? 'chart' : panel.kind === 'view' ? panel.as : panel.kind);
function chosenIn(panel: Panel | null): string {
  if (panel?.kind === 'view') return String(panel.view);
  if (panel?.kind === 'budget') return panel.budget;
  if (panel?.kind === 'agreement') return panel.agreement;
  return panel?.kind === 'unit' ? panel.taskType : '';
}

/** What a panel shows: a kind, then which one of what there is. */
export function PanelDialog({
  panel,
  choices,
  onClose,
  onDone,
}: {
  /** Null: a new one. */
  panel: Panel | null;
  choices: PanelChoices;
  onClose: () => void;
  onDone: (spec: PanelSpec, title: string | undefined) => void;
}) {
  const [kind, setKind] = useState<Kind>(kindOf(panel));
  const [chosen, setChosen] = useState(chosenIn(panel));
  const [text, setText] = useState(panel?.kind === 'text' ? panel.text : '');
  const [title, setTitle] = useState(panel?.title ?? '');
  const options = optionsOf(kind, choices);
  const value = options.some((o) => o.value === chosen) ? chosen : (options[0]?.value ?? '');
  const spec = specFor(kind, value, text);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={panel ? 'Edit the panel' : 'Add a panel'}
      actions={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button tone="primary" disabled={spec === null} onClick={() => spec && onDone(spec, title.trim() || undefined)}>
            {panel ? 'Change it' : 'Add it'}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <SelectField label="Shows" value={kind} onChange={setKind} options={kinds} />
        {kind === 'text' ? (
          <Field label="Text" hint="Plain words; an empty line makes a paragraph.">
            {(control) => (
              <textarea
                {...control}
                rows={6}
                maxLength={4_000}
                value={text}
                onChange={(event) => setText(event.target.value)}
                className={controlClass(false, 'h-auto! py-2')}
              />
            )}
          </Field>
        ) : options.length === 0 ? (
          <p className="text-13 text-ink-2">{nothingWords[kind]}</p>
        ) : (
          <SelectField label="Which" value={value} onChange={setChosen} options={options} />
        )}
        <TextField
          label="Title"
          optional
          maxLength={120}
          autoComplete="off"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          hint={kind === 'text' ? undefined : 'Instead of its own name.'}
        />
      </div>
    </Dialog>
  );
}

const nothingWords: Record<Exclude<Kind, 'text'>, string> = {
  chart: 'There is no saved view yet. On Costs, “Views” saves what is on screen.',
  figure: 'There is no saved view yet. On Costs, “Views” saves what is on screen.',
  budget: 'There is no budget yet.',
  agreement: 'No agreement runs.',
  unit: 'No task was seen in the last 90 days.',
};

function optionsOf(kind: Kind, choices: PanelChoices): { value: string; label: string; group?: string }[] {
  const named = (names: readonly string[]) => names.map((value) => ({ value, label: value }));
  if (kind === 'budget') return named(choices.budgets);
  if (kind === 'agreement') return named(choices.agreements);
  if (kind === 'unit') return named(choices.taskTypes);
  if (kind === 'text') return [];
  return choices.views.map((v) => ({ value: String(v.id), label: v.name, group: v.folder || (v.shared ? 'Shared' : 'Mine') }));
}

function specFor(kind: Kind, value: string, text: string): PanelSpec | null {
  if (kind === 'text') return text.trim() === '' ? null : { kind, text };
  if (value === '') return null;
  if (kind === 'budget') return { kind, budget: value };
  if (kind === 'agreement') return { kind, agreement: value };
  if (kind === 'unit') return { kind, taskType: value };
  return { kind: 'view', view: Number(value), as: kind };
}
