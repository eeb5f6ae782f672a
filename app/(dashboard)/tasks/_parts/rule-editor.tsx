'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { api } from '@/lib/client/api';
import type { TaskRule } from '@/lib/core/usage/task-rules';
import type { RulesSaved } from '@/lib/services/tasks/edit-task-rules';
import { RuleDialog } from './rule-dialog';
import { ruleWords } from './rule-words';

/** The list of rules. Every change is saved at once, and names the past again. */
export function RuleEditor({ rules }: { rules: readonly TaskRule[] }) {
  const [edited, setEdited] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const router = useRouter();
  const say = useNotice();
  const save = async (next: readonly TaskRule[]) => {
    setBusy(true);
    try {
      const { renamed, days } = await api<RulesSaved>('/api/v1/task-rules', { method: 'PUT', body: next });
      setEdited(null);
      say(
        days === 0
          ? 'Saved. Nothing of the past is called otherwise'
          : `Saved. ${renamed} groups of events are called otherwise; ${days} days are summed again in the background`,
      );
      router.refresh();
    } finally {
      setBusy(false);
    }
  };
  const attempt = (next: readonly TaskRule[]) => void save(next).catch((e: Error) => say(e.message, { tone: 'over' }));
  const moved = (from: number, to: number) => {
    const next = [...rules];
    next.splice(to, 0, ...next.splice(from, 1));
    return next;
  };
  return (
    <>
      {rules.length === 0 ? (
        <p className="pb-3 text-13 text-ink-2">There is no rule yet: tasks are called what their events say.</p>
      ) : (
        <ol className="mb-4 grid max-w-5xl border-line border-t text-13" aria-label="Rules" aria-busy={busy}>
          {rules.map((r, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: their order is what they are
            <li key={i} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-1.5">
              <span className="w-5 text-ink-3 tabular-nums">{i + 1}</span>
              <span className="min-w-48 flex-1">
                <strong className="font-strong">{r.taskType}</strong> <span className="text-ink-2">{ruleWords(r)}</span>
              </span>
              <span className="flex gap-1">
                <Button
                  tone="quiet"
                  size="small"
                  disabled={busy || i === 0}
                  aria-label={`Ask ${r.taskType} earlier`}
                  onClick={() => attempt(moved(i, i - 1))}
                >
                  Up
                </Button>
                <Button
                  tone="quiet"
                  size="small"
                  disabled={busy || i === rules.length - 1}
                  aria-label={`Ask ${r.taskType} later`}
                  onClick={() => attempt(moved(i, i + 1))}
                >
                  Down
                </Button>
                <Button
                  tone="quiet"
                  size="small"
                  disabled={busy}
                  aria-label={`Change the rule for ${r.taskType}`}
                  onClick={() => setEdited(i)}
                >
                  Change
                </Button>
                <Button
                  tone="quiet"
                  size="small"
                  disabled={busy}
                  aria-label={`Delete the rule for ${r.taskType}`}
                  onClick={() => attempt(rules.filter((_, n) => n !== i))}
                >
                  Delete
                </Button>
              </span>
            </li>
          ))}
        </ol>
      )}
      <Button onClick={() => setEdited(rules.length)} disabled={busy}>
        Add a rule
      </Button>
      {edited !== null && (
        <RuleDialog
          rule={rules[edited]}
          before={rules.slice(0, edited)}
          onClose={() => setEdited(null)}
          onSave={(rule) => save([...rules.slice(0, edited), rule, ...rules.slice(edited + 1)])}
        />
      )}
    </>
  );
}
