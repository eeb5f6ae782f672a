'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { ApiError, api } from '@/lib/client/api';
import { type Channel, channels } from '@/lib/core/usage/channels';
import { type TokenKind, tokenKindWords } from '@/lib/core/usage/tokens';

const kinds: readonly TokenKind[] = ['input', 'cached_input', 'cache_write_5m', 'output'];
const options = Object.entries(channels).map(([value, label]) => ({ value: value as Channel, label }));

/** A price of one's own. The unit stands beside the field, and an unlikely one is asked about once more. */
export function PriceDialog({ model }: { model: string | null }) {
  const router = useRouter();
  const say = useNotice();
  const [isOpen, setOpen] = useState(false);
  const [channel, setChannel] = useState<Channel>('azure');
  const [failure, setFailure] = useState<string | null>(null);
  const [asksScale, setAsksScale] = useState(false);
  const save = async (form: FormData) => {
    const said = (name: string) => String(form.get(name) ?? '').trim();
    const prices = Object.fromEntries(kinds.flatMap((k) => (said(k) ? [[k, said(k)]] : [])));
    const body = {
      model: said('model'),
      channel,
      currency: said('currency'),
      per: '1000000',
      bands: [{ above: 0, prices }],
      note: said('note'),
      ...(said('valid_from') && { valid_from: said('valid_from') }),
      ...(said('region') && { region: said('region') }),
      ...(asksScale && { confirm_scale: true }),
    };
    try {
      const { action } = await api<{ action: string }>('/api/v1/prices', { method: 'POST', body });
      say(action === 'unchanged' ? 'This price was there already' : 'The price counts from now on; price past use again to apply it there');
      setOpen(false);
      router.refresh();
    } catch (e) {
      setFailure((e as Error).message);
      setAsksScale(e instanceof ApiError && /scale/.test(e.message));
    }
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setFailure(null);
        setAsksScale(false);
      }}
      trigger={<Button>Set a price</Button>}
      title="A price of your own"
      description="For 1,000,000 tokens of each kind. Leave empty what is not sold."
    >
      <form
        className="grid gap-4"
        onSubmit={(e) => {
          e.preventDefault();
          void save(new FormData(e.currentTarget));
        }}
      >
        {failure && <FormError message={failure} />}
        <div className="grid grid-cols-2 gap-4">
          <TextField label="Model" name="model" required maxLength={200} defaultValue={model ?? ''} />
          <Field label="Channel">{(control) => <Select {...control} value={channel} options={options} onChange={setChannel} />}</Field>
          <TextField label="Currency" name="currency" required maxLength={3} defaultValue="USD" />
          <TextField label="Region" name="region" optional maxLength={60} />
          {kinds.map((kind) => (
            <TextField
              key={kind}
              label={`${tokenKindWords[kind]}, per 1M`}
              name={kind}
              inputMode="decimal"
              pattern="\d*\.?\d*"
              optional={kind !== 'input'}
            />
          ))}
          <TextField label="Valid from" name="valid_from" type="date" optional />
          <TextField label="Why" name="note" maxLength={500} optional />
        </div>
        <div className="flex justify-end">
          <Button tone="primary" type="submit">
            {asksScale ? 'The unit is right, set it' : 'Set the price'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
