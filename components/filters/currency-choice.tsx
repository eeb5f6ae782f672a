'use client';

import { useQuery } from '@tanstack/react-query';
import { currencyChoicesQuery } from '@/lib/client/currencies';
import { Select } from '../ui/select';
import { Segments } from './segments';
import { go } from './use-address';

/** Of currencies that stand apart one is drawn at a time. Nothing to choose where there is only one. */
export const CurrencyChoice = ({
  currencies,
  current,
  hrefOf,
}: {
  currencies: readonly string[];
  current: string;
  hrefOf: (currency: string) => string;
}) =>
  currencies.length < 2 ? null : (
    <Segments label="Currency" value={current} options={currencies.map((value) => ({ value, label: value, href: hrefOf(value) }))} />
  );

const asBilled = 'billing';

/** What a view is told in: one currency, or each as it was billed. Nothing to choose while no rate is known. */
export function ReportingCurrency({ ccy, hrefOf }: { ccy: string | null; hrefOf: (ccy: string | null) => string }) {
  const { data } = useQuery(currencyChoicesQuery);
  if (!data || data.choices.length === 0) return null;
  const usual = data.reporting ?? asBilled;
  const current = ccy ?? usual;
  const codes = [...new Set([...data.choices, ...(current === asBilled ? [] : [current])])];
  return (
    <span>
      <Select
        dense
        aria-label="Told in"
        className="h-8!"
        value={current}
        options={[{ value: asBilled, label: 'As billed' }, ...codes.map((value) => ({ value, label: value }))]}
        onChange={(next) => go(hrefOf(next === usual ? null : next))}
      />
    </span>
  );
}
