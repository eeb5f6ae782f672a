'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { controlClass, Field } from '@/components/ui/field';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { putShared, savedWords } from '@/lib/client/allocation';
import type { Synonyms } from '@/lib/core/allocation/types';
import type { TagKeyCost } from '@/lib/services/allocation/tag-keys';

const textOf = (synonyms: Synonyms) =>
  Object.entries(synonyms)
    .map(([key, list]) => `${key} = ${list.join(', ')}`)
    .join('\n');

const read = (text: string): Synonyms =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [key = '', others = ''] = line.split('=');
      const list = others
        .split(',')
        .map((o) => o.trim())
        .filter(Boolean);
      return key.trim() && list.length ? [[key.trim(), list]] : [];
    }),
  );

/** Other keys under which a tag is written. Spellings of one key are one anyway. */
export function SynonymsPanel({ synonyms, tagKeys, mayWrite }: { synonyms: Synonyms; tagKeys: readonly TagKeyCost[]; mayWrite: boolean }) {
  const router = useRouter();
  const say = useNotice();
  const [text, setText] = useState(textOf(synonyms));
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const keys = [...new Set(tagKeys.map((k) => k.key))];
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      say(savedWords(await putShared({ synonyms: read(text) })));
      router.refresh();
    } catch (e) {
      setError(e instanceof Error ? e.message : 'It failed. Try again.');
    }
    setBusy(false);
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
                onChange={(e) => setText(e.target.value)}
                className={controlClass(Boolean(error), 'h-auto! resize-y py-2')}
              />
            )}
          </Field>
          <span>
            <Button type="submit" busy={busy && 'Allocating'} disabled={text === textOf(synonyms)}>
              Save synonyms
            </Button>
          </span>
        </form>
      ) : (
        <p className="whitespace-pre-line text-13">{textOf(synonyms) || 'There are none.'}</p>
      )}
    </Panel>
  );
}
