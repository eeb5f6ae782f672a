'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { controlClass, Field } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { acceptDifference, reconciliationQuery } from '@/lib/client/invoices';
import { useForm } from '@/lib/client/use-form';
import type { KeptInvoice } from '@/lib/core/invoices/reconcile';
import { formatSigned } from '@/lib/core/money/format';

/** Why the difference is as it is. It is accepted as it stands; once it is another one the line is open again. */
export function ExplanationForm({ invoice, difference, currency }: { invoice: KeptInvoice; difference: string; currency: string }) {
  const cache = useQueryClient();
  const say = useNotice();
  const form = useForm(async ({ explanation = '' }) => {
    await acceptDifference(invoice.id, { explanation, difference });
    await cache.invalidateQueries({ queryKey: reconciliationQuery().queryKey });
    say('The difference is accepted');
  });
  return (
    <form {...form.props} className="grid gap-3 border-line border-t pt-4">
      <FormError message={form.error} />
      <Field
        label="Why it differs"
        hint={`Accepts ${formatSigned(difference, currency).figure} ${currency}. Another difference is open again.`}
        error={form.fields.explanation}
      >
        {(control) => (
          <textarea
            {...control}
            name="explanation"
            rows={3}
            maxLength={2_000}
            defaultValue={invoice.explanation ?? ''}
            className={controlClass(Boolean(form.fields.explanation), 'h-auto! py-2')}
          />
        )}
      </Field>
      <div>
        <Button type="submit" tone="primary" busy={form.busy && 'Accepting'}>
          Accept the difference
        </Button>
      </div>
    </form>
  );
}
