'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { controlClass, Field } from '@/components/ui/field';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { putShared, savedWords } from '@/lib/client/allocation';
import type { Synonyms } from '@/lib/core/allocation/types';
import type { TagKeyCost } from '@/lib/services/allocation/tag-keys';
import { readSynonyms, textOf } from './synonyms-text';
import { useSave } from './use-save';

interface SynonymsPanelProps {
  synonyms: Synonyms;
  edition: string;
  tagKeys: readonly TagKeyCost[];
  mayWrite: boolean;
}

/** Other keys under which a tag is written. Spellings of one key are one anyway. */
export function SynonymsPanel({ synonyms, edition, tagKeys, mayWrite }: SynonymsPanelProps) {
  const say = useNotice();
  const { save: keep, busy } = useSave();
  const kept = textOf(synonyms);
  /** What is typed, and what stood there when it began. */
  const [draft, setDraft] = useState<{ text: string; over: string } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const keys = [...new Set(tagKeys.map((k) => k.key))];
  const text = draft?.text ?? kept;
  const put = (synonyms: Synonyms, base: string, before?: Synonyms) =>
    keep(
      () => putShared({ synonyms, base: { synonyms: base } }),
      (saved) => {
        const undo = () => before && void put(before, saved.editions.synonyms).catch((e: Error) => say(e.message, { tone: 'over' }));
        say(savedWords(saved), before && { action: { label: 'Undo', run: undo } });
        setDraft(null);
      },
    );
  const save = async () => {
    setError(null);
    try {
      await put(readSynonyms(text), edition, synonyms);
    } catch (e) {
      setError((e as Error).message);
    }
  };
  const takeTheirs = () => {
    setDraft(null);
    setError(null);
  };
  return (
    <Panel
      title="Tag keys that mean the same"
      note="team, Team-Name and user:team are one key anyway. Where the first is missing, the others are read in their order."
    >
      {mayWrite ? (
        <form
          className="grid max-w-2xl gap-3"
          onSubmit={(e) => {
            e.preventDefault();
            void save();
          }}
        >
          <Field
            label="Synonyms"
            optional
            error={error}
            hint={`One key a line: team = squad, owner. In the bills: ${keys.slice(0, 8).join(', ') || 'no tags'}.`}
          >
            {(control) => (
              <textarea
                {...control}
                rows={3}
                spellCheck={false}
                value={text}
                onChange={(e) => setDraft({ text: e.target.value, over: draft?.over ?? kept })}
                className={controlClass(Boolean(error), 'h-auto! resize-y py-2')}
              />
            )}
          </Field>
          {draft && draft.over !== kept && (
            <div className="grid justify-items-start gap-1 text-13">
              <p className="text-ink-2">Saved by somebody else meanwhile:</p>
              <p className="whitespace-pre-line">{kept || 'none'}</p>
              <Button size="small" onClick={takeTheirs}>
                Take these
              </Button>
            </div>
          )}
          <span>
            <Button type="submit" busy={busy && 'Allocating'} disabled={text === kept}>
              Save synonyms
            </Button>
          </span>
        </form>
      ) : (
        <p className="whitespace-pre-line text-13">{kept || 'There are none.'}</p>
      )}
    </Panel>
  );
}
