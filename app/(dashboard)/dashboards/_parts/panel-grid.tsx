import type { ReactNode } from 'react';
import type { PanelWidth } from '@/lib/core/dashboards/panel-widths';
import type { Panel } from '@/lib/core/dashboards/panels';

/** On a telephone each panel has the whole width; on paper halves or the whole. */
export const widthClass: Record<PanelWidth, string> = {
  3: 'sm:col-span-6 desk:col-span-3 print:col-span-6',
  4: 'sm:col-span-6 desk:col-span-4 print:col-span-6',
  6: 'desk:col-span-6 print:col-span-6',
  8: 'desk:col-span-8 print:col-span-12',
  12: '',
};

export const gridClass = 'grid min-w-0 grid-cols-12 sm:gap-x-8'; // on a telephone twelve gaps would be wider than the screen

/** Panels one after the other on twelve columns, as they flow. */
export const PanelGrid = ({ panels, children }: { panels: readonly Panel[]; children: (panel: Panel) => ReactNode }) => (
  <div className={gridClass}>
    {panels.map((panel) => (
      <div key={panel.id} className={`col-span-12 flex min-w-0 flex-col break-inside-avoid ${widthClass[panel.width]}`}>
        {children(panel)}
      </div>
    ))}
  </div>
);
