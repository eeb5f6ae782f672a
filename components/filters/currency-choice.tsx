'use client';

import { Segments } from './segments';

/** One currency is drawn at a time, and none is added to another. Nothing to choose where there is only one. */
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
