'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { useNotice } from '@/components/ui/notice';
import { api } from '@/lib/client/api';

/** Who looks after a line, and a note; a click changes both. */
export function OwnerCell({ place, owner, note, mayNote }: { place: string; owner: string | null; note: string; mayNote: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState({ owner: owner ?? '', note });
  const router = useRouter();
  const say = useNotice();
  const shown = owner ?? (note ? 'note' : null);
  if (!mayNote) return <span title={note || undefined}>{shown ?? '–'}</span>;
  const save = async () => {
    try {
      await api('/api/v1/unattributed', { method: 'POST', body: { place, owner: draft.owner || null, note: draft.note } });
      setOpen(false);
      router.refresh();
    } catch (e) {
      say((e as Error).message, { tone: 'over' });
    }
  };
  return (
    <>
      <button
        type="button"
        className="text-left text-13 underline decoration-line underline-offset-3 hover:decoration-ink"
        title={note || undefined}
        onClick={() => setOpen(true)}
      >
        {shown ?? 'Assign'}
      </button>
      {isOpen && (
        <Dialog
          open
          onOpenChange={setOpen}
          title="Who looks after this"
          description={place.split(' | ').filter(Boolean).join(' · ')}
          actions={
            <Button tone="primary" onClick={save}>
              Save
            </Button>
          }
        >
          <div className="grid gap-4">
            <TextField label="Owner" value={draft.owner} maxLength={120} onChange={(e) => setDraft({ ...draft, owner: e.target.value })} />
            <TextField label="Note" value={draft.note} maxLength={2000} onChange={(e) => setDraft({ ...draft, note: e.target.value })} />
          </div>
        </Dialog>
      )}
    </>
  );
}
