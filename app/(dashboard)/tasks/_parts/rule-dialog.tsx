'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Select } from '@/components/ui/select';
import { api } from '@/lib/client/api';
import {
  type RuleField,
  type RuleOperator,
  ruleFields,
  ruleOperators,
  type SuccessCriterion,
  successCriteria,
} from '@/lib/core/usage/task-rule-words';
import type { TaskRule } from '@/lib/core/usage/task-rules';
import type { RulePreview } from '@/lib/services/tasks/edit-task-rules';
import { count } from './figures';

const optionsOf = <T extends string>(words: Record<T, string>) =>
  (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }));
const fieldOptions = optionsOf<RuleField>(ruleFields);
const operatorOptions = optionsOf<RuleOperator>(ruleOperators);
const successOptions = optionsOf<SuccessCriterion>(successCriteria);

const empty: TaskRule = { taskType: '', match: [{ field: 'apiKey', operator: 'is', value: '' }], success: 'last', owner: null };
const needsValue = (operator: RuleOperator) => operator !== 'missing' && operator !== 'present';

interface RuleDialogProps {
  rule: TaskRule | undefined;
  /** Rules that are asked before this one. */
  before: readonly TaskRule[];
  onClose: () => void;
  onSave: (rule: TaskRule) => Promise<void>;
}

/** One rule, with what it would name before it is saved. */
export function RuleDialog({ rule, before, onClose, onSave }: RuleDialogProps) {
  const [draft, setDraft] = useState<TaskRule>(rule ?? empty);
  const [preview, setPreview] = useState<RulePreview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState<'Looking' | 'Saving' | null>(null);
  const change = (next: Partial<TaskRule>) => {
    setDraft({ ...draft, ...next });
    setPreview(null);
  };
  const condition = (i: number, next: Partial<TaskRule['match'][number]>) =>
    change({ match: draft.match.map((m, n) => (n === i ? { ...m, ...next } : m)) });
  const run = async (what: 'Looking' | 'Saving', work: () => Promise<void>) => {
    setBusy(what);
    setFailure(null);
    await work().catch((e: Error) => setFailure(e.message));
    setBusy(null);
  };
  const look = () =>
    run('Looking', async () =>
      setPreview(await api<RulePreview>('/api/v1/task-rules/preview', { method: 'POST', body: { rule: draft, before } })),
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      kind="side"
      title={rule ? `Rule for ${rule.taskType}` : 'A new rule'}
      description="Events that fit all conditions are called by this name."
      actions={
        <>
          <Button onClick={look} busy={busy === 'Looking' && busy}>
            Show what it matches
          </Button>
          <Button tone="primary" type="submit" form="task-rule" busy={busy === 'Saving' && busy}>
            Save and name the past
          </Button>
        </>
      }
    >
      <form
        id="task-rule"
        className="grid gap-4"
        onSubmit={(e) => {
          e.preventDefault();
          void run('Saving', () => onSave(draft));
        }}
      >
        {failure && <FormError message={failure} />}
        <TextField
          label="Task type"
          required
          maxLength={80}
          value={draft.taskType}
          onChange={(e) => change({ taskType: e.target.value })}
        />
        <fieldset className="grid gap-2">
          <legend className="pb-1 text-13 font-strong">All of these hold</legend>
          {draft.match.map((m, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name but their place
            <div key={i} className="flex flex-wrap items-center gap-2">
              <Select
                dense
                className="h-8!"
                aria-label={`Field ${i + 1}`}
                value={m.field}
                options={fieldOptions}
                onChange={(field) => condition(i, { field })}
              />
              <Select
                dense
                className="h-8!"
                aria-label={`Condition ${i + 1}`}
                value={m.operator}
                options={operatorOptions}
                onChange={(operator) => condition(i, { operator, ...(!needsValue(operator) && { value: '' }) })}
              />
              {needsValue(m.operator) && (
                <input
                  aria-label={`Value ${i + 1}`}
                  className="h-8 min-w-28 flex-1 rounded-2 border border-edge bg-surface px-2 text-13"
                  value={m.value}
                  required
                  maxLength={200}
                  onChange={(e) => condition(i, { value: e.target.value })}
                />
              )}
              {draft.match.length > 1 && (
                <Button
                  tone="quiet"
                  size="small"
                  aria-label={`Remove condition ${i + 1}`}
                  onClick={() => change({ match: draft.match.filter((_, n) => n !== i) })}
                >
                  Remove
                </Button>
              )}
            </div>
          ))}
          {draft.match.length < 10 && (
            <span>
              <Button size="small" onClick={() => change({ match: [...draft.match, { field: 'team', operator: 'is', value: '' }] })}>
                And
              </Button>
            </span>
          )}
        </fieldset>
        <Field label="A task succeeded by" hint="Where events say how they ended.">
          {(control) => <Select {...control} value={draft.success} options={successOptions} onChange={(success) => change({ success })} />}
        </Field>
        <TextField
          label="Looked after by"
          optional
          maxLength={120}
          value={draft.owner ?? ''}
          onChange={(e) => change({ owner: e.target.value || null })}
        />
      </form>
      <div aria-live="polite">{preview && <Matches preview={preview} />}</div>
    </Dialog>
  );
}

function Matches({ preview: p }: { preview: RulePreview }) {
  return (
    <section className="mt-5 grid gap-2 border-line border-t pt-4 text-13">
      <p>
        Matches <strong className="font-strong">{count(p.matched)}</strong> of {count(p.events)} events from {p.from} to before {p.to};{' '}
        {count(p.renamed)} would be called otherwise than today.
        {p.taken > 0 && ` ${count(p.taken)} more fit and are taken by a rule before.`}
      </p>
      <ul className="grid gap-1 text-12 text-ink-2" aria-label="Examples">
        {p.examples.map((e) => (
          <li key={Object.values(e).join('|')} className="border-line border-b py-1">
            {count(e.events)} × {e.model ?? 'no model'} on {e.channel ?? 'no channel'}
            {[
              e.team && `team ${e.team}`,
              e.feature && `feature ${e.feature}`,
              e.agent && `agent ${e.agent}`,
              e.customer && `customer ${e.customer}`,
            ]
              .filter(Boolean)
              .map((w) => `, ${w}`)}
            ; now {e.calledNow === null ? 'without a name' : `"${e.calledNow}"`}
          </li>
        ))}
      </ul>
    </section>
  );
}
