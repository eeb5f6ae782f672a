'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select';
import { deleteRule, saveRule } from '@/lib/client/alerts';
import { ruleKindWords } from '@/lib/core/alerts/rule-words';
import type { RuleKind } from '@/lib/core/alerts/rules';
import type { RuleRow } from '@/lib/services/alerts/manage-rules';
import { draftOf, inputOf, type RuleDraft, startDraft } from './rule-draft';
import { ConditionFields, ScopeFields } from './rule-fields';
import { RulePreviewBox } from './rule-preview';

const formId = 'rule-form';
const kinds = (['cost-above', 'burn-rate', 'anomaly', 'new-value', 'unclassified', 'source-late'] as const).map((value) => ({
  value,
  label: ruleKindWords[value],
}));

/** Makes a rule, or changes one. What it would have told stands below while it is changed; what was told stays as it is. */
export function RuleDialog({ rule, currencies, onClose }: { rule: RuleRow | null; currencies: readonly string[]; onClose: () => void }) {
  const router = useRouter();
  const say = useNotice();
  const [draft, setDraft] = useState<RuleDraft>(() => (rule ? draftOf(rule.rule) : startDraft('cost-above')));
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<RuleDraft>) => setDraft((d) => ({ ...d, ...change }));
  const done = (words: string, undo?: () => void) => {
    onClose();
    say(words, undo && { action: { label: 'Undo', run: undo } });
    router.refresh();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    const origin = rule?.isOwn ? { origin: rule.rule.origin } : {};
    await saveRule(rule?.id ?? null, { ...inputOf(draft), ...origin }).then(
      () => done(`Rule ${draft.name.trim()} is kept`),
      (e: Error) => setError(e.message),
    );
    setBusy(false);
  };
  const remove = async () => {
    if (!rule?.id) return;
    const again = () =>
      void saveRule(null, { ...rule.rule, enabled: rule.enabled }).then(
        () => router.refresh(),
        (e: Error) => say(e.message, { tone: 'over' }),
      );
    await deleteRule(rule.id).then(
      () => done(rule.isOwn ? `${rule.name} is again as Headroom has it` : `Rule ${rule.name} is deleted`, again),
      (e: Error) => setError(e.message),
    );
  };
  return (
    <Dialog
      open
      kind="side"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={rule ? `Change "${rule.name}"` : 'New rule'}
      description={
        rule?.isOwn ? "One of Headroom's own rules. What it told before stays as it is." : 'What was told before stays as it is.'
      }
      actions={
        <>
          {rule?.id && (
            <Button tone="quiet" className="mr-auto -ml-3" onClick={remove}>
              {rule.isOwn ? "Back to Headroom's values" : 'Delete rule'}
            </Button>
          )}
          <Button type="submit" form={formId} tone="primary" busy={busy && 'Saving'}>
            {rule ? 'Save' : 'Make rule'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} noValidate className="grid min-h-full grid-rows-[1fr_auto] gap-5">
        <div className="grid content-start gap-4">
          {!rule && (
            <SelectField
              label="Tell me about"
              value={draft.kind as RuleKind}
              onChange={(kind) => setDraft((d) => startDraft(kind, d))}
              options={kinds}
            />
          )}
          <TextField
            label="Name"
            required
            autoComplete="off"
            value={draft.name}
            onChange={(e) => set({ name: e.target.value })}
            hint="As the inbox says it: Platform, month"
          />
          <ConditionFields draft={draft} set={set} />
          <ScopeFields draft={draft} set={set} currencies={currencies} />
          <FormError message={error} />
        </div>
        <RulePreviewBox draft={draft} />
      </form>
    </Dialog>
  );
}
