'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { controlClass, Field } from '@/components/ui/field';

/** Ignoring asks for a reason; it stands in the history with the name of who gave it. */
export function IgnoreDialog({ count, onIgnore, onClose }: { count: number; onIgnore: (reason: string) => void; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const ignore = () => {
    if (reason.trim().length < 3) return setMissing(true);
    onIgnore(reason.trim());
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={count === 1 ? 'Ignore this alert?' : `Ignore ${count} alerts?`}
      description="It is not told again for the same days. It can be opened again."
      actions={
        <>
          <Button onClick={onClose}>Keep</Button>
          <Button tone="primary" onClick={ignore}>
            Ignore
          </Button>
        </>
      }
    >
      <Field label="Why" error={missing && 'Say why it is ignored.'} hint="For whoever looks at it later">
        {(control) => (
          <textarea
            {...control}
            value={reason}
            onChange={(e) => {
              setReason(e.target.value);
              setMissing(false);
            }}
            rows={3}
            maxLength={2_000}
            className={controlClass(missing, 'h-auto! py-2')}
          />
        )}
      </Field>
    </Dialog>
  );
}
