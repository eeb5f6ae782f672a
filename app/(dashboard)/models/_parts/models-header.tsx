'use client';

import { useRouter } from 'next/navigation';
import { PeriodPicker } from '@/components/filters/period-picker';
import { PageHeader } from '@/components/shell/page-header';
import { Select } from '@/components/ui/select';
import { type ModelView, modelHref } from './view';

/** Period and currency stand in the address; choosing asks the server for the new figures. */
export function ModelsHeader({ view, note, currencies }: { view: ModelView; note: string; currencies: readonly string[] }) {
  const router = useRouter();
  const show = (next: Partial<ModelView>) => router.push(modelHref({ ...view, ...next }), { scroll: false });
  return (
    <PageHeader
      title="Models & tokens"
      note={note}
      actions={
        <>
          {currencies.length > 1 && (
            <Select
              dense
              aria-label="Currency"
              className="h-8!"
              value={view.ccy ?? currencies[0] ?? ''}
              options={currencies.map((value) => ({ value, label: value }))}
              onChange={(ccy) => show({ ccy: ccy === currencies[0] ? null : ccy })}
            />
          )}
          <PeriodPicker period={view.period} onChoose={(period) => show({ period })} />
        </>
      }
    />
  );
}
