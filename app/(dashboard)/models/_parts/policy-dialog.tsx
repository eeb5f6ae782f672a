'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { api } from '@/lib/client/api';
import type { UsagePolicy } from '@/lib/core/usage/policy';

const fields: readonly { key: keyof UsagePolicy; label: string; hint: string }[] = [
  { key: 'vendors', label: 'Vendors', hint: 'Who made the model, such as openai, anthropic.' },
  { key: 'models', label: 'Models', hint: 'gpt-5* stands for all that begin so.' },
  { key: 'regions', label: 'Regions', hint: 'eu-* stands for all that begin so.' },
  { key: 'channels', label: 'Channels', hint: 'Where it is bought: azure, bedrock, openai.' },
];

const listOf = (text: string): string[] => [...new Set(text.split(/[,\n]/).flatMap((word) => word.trim() || []))];

/** What the organisation approves; what the bills name beside it is listed as not approved, and can be alerted on. */
export function PolicyDialog({ policy }: { policy: UsagePolicy | null }) {
  const router = useRouter();
  const say = useNotice();
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (form: FormData) => {
    try {
      const body = Object.fromEntries(fields.map(({ key }) => [key, listOf(String(form.get(key) ?? ''))]));
      await api('/api/v1/policy', { method: 'PUT', body });
      say('The list is in force');
      setOpen(false);
      router.refresh();
    } catch (e) {
      setFailure((e as Error).message);
    }
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setFailure(null);
      }}
      trigger={<Button>{policy ? 'Change what is approved' : 'Say what is approved'}</Button>}
      title="What is approved"
      description="Separate several by commas. An empty list approves everything of its kind."
    >
      <form
        className="grid gap-4"
        onSubmit={(e) => {
          e.preventDefault();
          void save(new FormData(e.currentTarget));
        }}
      >
        {failure && <FormError message={failure} />}
        {fields.map(({ key, label, hint }) => (
          <TextField key={key} label={label} name={key} hint={hint} optional maxLength={4000} defaultValue={policy?.[key].join(', ')} />
        ))}
        <div className="flex justify-end">
          <Button tone="primary" type="submit">
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
