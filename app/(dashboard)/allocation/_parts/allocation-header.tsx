'use client';

import { useRouter } from 'next/navigation';
import { DayRange } from '@/components/filters/day-range';
import { PeriodPicker } from '@/components/filters/period-picker';
import { rangeText } from '@/components/filters/period-words';
import { PageHeader } from '@/components/shell/page-header';
import { buttonClass } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { Range } from '@/lib/core/time/period';
import { type AllocationView, allocationHref } from './view';

interface AllocationHeaderProps {
  view: AllocationView;
  period: Range;
  dimensions: readonly { key: string; title: string }[];
  dimension: string;
  currencies: readonly string[];
}

/** Dimension, period, basis and currency stand in the address; choosing asks the server for the new figures. */
export function AllocationHeader({ view, period, dimensions, dimension, currencies }: AllocationHeaderProps) {
  const router = useRouter();
  const show = (next: Partial<AllocationView>) => router.push(allocationHref({ ...view, ...next }), { scroll: false });
  const pinned = view.from && view.to ? { from: view.from, to: view.to } : null;
  return (
    <PageHeader
      title="Allocation"
      note={rangeText(period, { year: true })}
      actions={
        <>
          {dimensions.length > 1 && (
            <Select
              dense
              aria-label="Dimension"
              className="h-8!"
              value={dimension}
              options={dimensions.map((d) => ({ value: d.key, label: d.title }))}
              onChange={(key) => show({ dimension: key === dimensions[0]?.key ? null : key, target: null })}
            />
          )}
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
          <Select
            dense
            aria-label="Basis"
            className="h-8!"
            value={view.basis}
            options={[
              { value: 'effective', label: 'Effective cost' },
              { value: 'billed', label: 'Billed cost' },
            ]}
            onChange={(basis) => show({ basis })}
          />
          {pinned && (
            <DayRange {...pinned} onChange={(range) => router.replace(allocationHref({ ...view, ...range }), { scroll: false })} />
          )}
          <PeriodPicker
            period={view.period}
            pinned={pinned !== null}
            onChoose={(name) => show({ period: name, from: undefined, to: undefined })}
            onPin={() => show(period)}
            range={period}
            onRange={show}
          />
          <a className={buttonClass('quiet')} href="/api/v1/allocation/file" download>
            YAML
          </a>
        </>
      }
    />
  );
}
