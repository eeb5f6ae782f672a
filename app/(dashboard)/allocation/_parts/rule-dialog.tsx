'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { controlClass, Field, TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Select } from '@/components/ui/select';
import { fieldWords } from '@/lib/core/allocation/fields';
import { most } from '@/lib/core/allocation/limits';
import type { AllocationDimension, AllocationRule } from '@/lib/core/allocation/types';
import { Allocating } from './allocating';
import { ConditionFields, FieldChoice } from './condition-fields';
import { FoundNames } from './found-names';
import { emptyCondition, isWhole, mapText, readMap, withDraft } from './rule-draft';
import { RulePreview } from './rule-preview';

interface RuleDialogProps {
  dimension: Pick<AllocationDimension, 'key' | 'title'>;
  rules: readonly AllocationRule[];
  /** Its place; the number of rules for a new one. */
  at: number;
  initial: AllocationRule;
  tagKeys: readonly string[];
  values: readonly string[];
  basis: 'effective' | 'billed';
  onClose: () => void;
  onSave: (rules: AllocationRule[]) => Promise<void>;
}

/** One rule, with what it would move while it is written. */
export function RuleDialog({ dimension, rules, at, initial, tagKeys, values, basis, onClose, onSave }: RuleDialogProps) {
  const [draft, setDraft] = useState(initial);
  const [map, setMap] = useState(mapText(initial.map));
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const known = useId();
  const change = (next: Partial<AllocationRule>) => setDraft((d) => ({ ...d, ...next }));
  const next = withDraft(rules, at, draft);
  const save = async () => {
    setBusy(true);
    setFailure(null);
    await onSave(next).catch((e: Error) => setFailure(e.message));
    setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      kind="side"
      title={at < rules.length ? `Rule ${at + 1}` : 'A new rule'}
      description="Charges that fit all conditions get this value, unless a rule above takes them."
      actions={
        <>
          {busy && (
            <span className="mr-auto self-center">
              <Allocating />
            </span>
          )}
          <Button tone="primary" type="submit" form="allocation-rule" busy={busy && 'Allocating'}>
            Save and allocate
          </Button>
        </>
      }
    >
      <form
        id="allocation-rule"
        className="grid gap-4"
        onSubmit={(e) => {
          e.preventDefault();
          void save();
        }}
      >
        {failure && <FormError message={failure} />}
        <datalist id={known}>
          {values.map((v) => (
            <option key={v} value={v} />
          ))}
        </datalist>
        <fieldset className="grid gap-2">
          <legend className="pb-1 text-13 font-strong">All of these hold</legend>
          {draft.when.length === 0 && (
            <p className="text-13 text-ink-2">
              No condition: it takes everything {draft.from === null ? 'that' : `that has a ${fieldWords(draft.from)} and that`} no rule
              above has taken.
            </p>
          )}
          {draft.when.map((c, i) => (
            <ConditionFields
              // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name but their place
              key={i}
              place={i + 1}
              condition={c}
              tagKeys={tagKeys}
              onChange={(condition) => change({ when: draft.when.map((w, n) => (n === i ? condition : w)) })}
              onRemove={() => change({ when: draft.when.filter((_, n) => n !== i) })}
            />
          ))}
          {draft.when.length < most.conditions && (
            <span>
              <Button size="small" onClick={() => change({ when: [...draft.when, emptyCondition()] })}>
                {draft.when.length ? 'And' : 'Add a condition'}
              </Button>
            </span>
          )}
        </fieldset>
        <Field label={`${dimension.title} is`}>
          {(control) => (
            <Select
              {...control}
              value={draft.from === null ? 'value' : 'from'}
              options={[
                { value: 'value', label: 'a name' },
                { value: 'from', label: 'what a tag or column holds' },
              ]}
              onChange={(kind) =>
                change(kind === 'value' ? { from: null, value: draft.value ?? '' } : { from: `tag:${tagKeys[0] ?? 'team'}`, value: null })
              }
            />
          )}
        </Field>
        {draft.from === null ? (
          <TextField
            label="Name"
            required
            list={known}
            maxLength={200}
            value={draft.value ?? ''}
            onChange={(e) => change({ value: e.target.value })}
          />
        ) : (
          <>
            <div className="flex flex-wrap gap-2">
              <FieldChoice label="Taken from" value={draft.from} tagKeys={tagKeys} onChange={(from) => change({ from })} />
            </div>
            {draft.from !== 'tag:' && (
              <FoundNames
                key={draft.from}
                field={draft.from}
                map={draft.map}
                onChange={(names) => {
                  setMap(mapText(names));
                  change({ map: names });
                }}
              />
            )}
            <Field label="Renamed" optional hint="One a line: teamA = Team A. Case, dashes and blanks make no difference on the left.">
              {(control) => (
                <textarea
                  {...control}
                  rows={2}
                  spellCheck={false}
                  value={map}
                  onChange={(e) => {
                    setMap(e.target.value);
                    change({ map: readMap(e.target.value) });
                  }}
                  className={controlClass(false, 'h-auto! resize-y py-2')}
                />
              )}
            </Field>
          </>
        )}
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label="From day"
            optional
            type="date"
            value={draft.since ?? ''}
            onChange={(e) => change({ since: e.target.value || null })}
          />
          <TextField
            label="To before"
            optional
            type="date"
            value={draft.until ?? ''}
            onChange={(e) => change({ until: e.target.value || null })}
          />
        </div>
        <TextField label="Note" optional maxLength={120} value={draft.name ?? ''} onChange={(e) => change({ name: e.target.value })} />
      </form>
      <RulePreview dimension={dimension.key} rules={next} rule={at} basis={basis} isReady={isWhole(next[at])} />
    </Dialog>
  );
}
