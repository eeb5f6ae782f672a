'use client';

import { useRouter } from 'next/navigation';
import { DayRange } from '@/components/filters/day-range';
import { PeriodPicker } from '@/components/filters/period-picker';
import { rangeText } from '@/components/filters/period-words';
import { PageHeader } from '@/components/shell/page-header';
import { Select } from '@/components/ui/select';
import type { Range } from '@/lib/core/time/period';
import { type ModelView, modelHref } from './view';

/** Period and currency stand in the address; choosing asks the server for the new figures. */
export function ModelsHeader({ view, period, currencies }: { view: ModelView; period: Range; currencies: readonly string[] }) {
  const router = useRouter();
  const show = (next: Partial<ModelView>) => router.push(modelHref({ ...view, ...next }), { scroll: false });
  const pinned = view.from && view.to ? { from: view.from, to: view.to } : null;
  return (
    <PageHeader
      title="Models & tokens"
      note={rangeText(period, { year: true })}
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
          {pinned && <DayRange {...pinned} onChange={(range) => router.replace(modelHref({ ...view, ...range }), { scroll: false })} />}
          <PeriodPicker
            period={view.period}
            pinned={pinned !== null}
            onChoose={(next) => show({ period: next, from: undefined, to: undefined })}
            onPin={() => show(period)}
            range={period}
            onRange={show}
          />
        </>
      }
    />
  );
}
