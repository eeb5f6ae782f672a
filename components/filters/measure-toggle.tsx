'use client';

import type { CostMeasure } from '@/lib/core/costs/dimensions';
import { Segments } from './segments';

/** Effective spreads purchases over what they cover; billed is what the invoice says. */
export const MeasureToggle = ({ measure, hrefOf }: { measure: CostMeasure; hrefOf: (measure: CostMeasure) => string }) => (
  <Segments
    label="Measure"
    value={measure}
    options={[
      { value: 'effective', label: 'Effective', href: hrefOf('effective') },
      { value: 'billed', label: 'Billed', href: hrefOf('billed') },
    ]}
  />
);
