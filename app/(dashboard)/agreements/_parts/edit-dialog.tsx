'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { controlClass, Field } from '@/components/ui/field';
import { useNotice } from '@/components/ui/notice';
import { api } from '@/lib/client/api';
import type { PlannedChange } from '@/lib/core/plan';

/** The terms as text, checked before they are kept: the same text that `headroom agreements apply` reads, so it can be kept as code. */
export function EditDialog({ today, text }: { today: string; text?: string }) {
  const router = useRouter();
  const say = useNotice();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(text ?? templates(today).revenue_share);
  const [answer, setAnswer] = useState<{ ok: boolean; words: string } | null>(null);
  const [busy, setBusy] = useState<'check' | 'save' | null>(null);
  const send = async (dryRun: boolean) => {
    setBusy(dryRun ? 'check' : 'save');
    try {
      const plan = await api<PlannedChange[]>('/api/v1/agreements/apply', { method: 'POST', body: { text: draft, dryRun } });
      const words = plan.map(
        (p) =>
          `${p.name}: ${p.action === 'change' ? `changes ${p.fields.join(', ')}` : p.action === 'create' ? 'is new' : 'stays as it is'}`,
      );
      setAnswer({ ok: true, words: words.join('; ') });
      if (!dryRun) {
        setOpen(false);
        say(words.join('; '));
        router.refresh();
      }
    } catch (e) {
      setAnswer({ ok: false, words: e instanceof Error ? e.message : 'It failed. Try again.' });
    } finally {
      setBusy(null);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      kind="side"
      trigger={<Button tone={text ? 'plain' : 'primary'}>{text ? 'Amend' : 'New agreement'}</Button>}
      title={text ? 'Amend the agreement' : 'New agreement'}
      description="Dates include their day. A rate from a later day on leaves the days before it as they are; posted statements never change."
      actions={
        <>
          <Button onClick={() => send(true)} busy={busy === 'check' && 'Checking'}>
            Check
          </Button>
          <Button tone="primary" onClick={() => send(false)} busy={busy === 'save' && 'Saving'}>
            Save
          </Button>
        </>
      }
    >
      {!text && (
        <div className="mb-3 flex flex-wrap gap-2">
          {Object.entries(templates(today)).map(([kind, template]) => (
            <Button key={kind} size="small" onClick={() => setDraft(template)}>
              {kind.replace('_', ' ')}
            </Button>
          ))}
        </div>
      )}
      <Field label="Terms">
        {(control) => (
          <textarea
            {...control}
            spellCheck={false}
            value={draft}
            onChange={(e) => {
              setDraft(e.target.value);
              setAnswer(null);
            }}
            className={controlClass(answer?.ok === false, 'h-96! resize-y py-2 font-mono text-12 leading-5')}
          />
        )}
      </Field>
      <p role="status" className={answer?.ok === false ? 'mt-2 min-h-5 text-13 text-over' : 'mt-2 min-h-5 text-13 text-ink-2'}>
        {answer?.words}
      </p>
    </Dialog>
  );
}

const templates = (today: string) => ({
  revenue_share: `agreements:
  - name: Share with a partner
    counterparty: Partner
    kind: revenue_share
    direction: pay            # receive
    currency: USD
    start: ${today}
    end: 2030-12-31           # including this day
    terms:
      - {from: ${today}, rate: "0.20"}
    cap: "1000000.00"         # null: not agreed yet
    prior: "0"                # accrued before the start
    mode: net                 # ratchet
    settlement: month         # quarter
    base: {series: revenue}   # or {filter: {provider: [openai]}, measure: billed}
`,
  committed_spend: `agreements:
  - name: Cloud commitment
    counterparty: Microsoft
    kind: committed_spend
    direction: pay
    currency: USD
    start: ${today}
    end: 2027-12-31
    tranches:
      - {from: ${today}, to: 2027-12-31, amount: "100000.00"}
    base: {filter: {provider: [azure]}, measure: billed}
`,
  prepaid_credits: `agreements:
  - name: Credits
    counterparty: Amazon Web Services
    kind: prepaid_credits
    direction: receive
    currency: USD
    start: ${today}
    lots:
      - {name: First grant, amount: "10000.00", purchased: ${today}, expires: 2027-12-31}
    base: {filter: {provider: [aws]}, measure: billed}
`,
  term: `agreements:
  - name: Licence
    counterparty: Partner
    kind: term
    direction: receive
    currency: USD
    start: ${today}
    end: 2032-12-31
    exclusive: false
    notice_days: 90
    milestones:
      - {name: Decide on renewal, date: 2032-06-30, remind_days: [90, 30]}
    rights:
      - {name: Scope, text: What the licence covers., until: 2032-12-31}
`,
});
