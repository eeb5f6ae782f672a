'use client';

import clsx from 'clsx';
import Link from 'next/link';
import { type ReactNode, useRef, useState } from 'react';
import { CutName } from '../figures/cut-name';
import { useNotice } from '../ui/notice';
import { useChartOwner } from './chart-owner';
import { ChartTableView } from './chart-table-view';
import { download, fileStem } from './download';
import type { ChartTable } from './prepare/table';

export interface LegendItem {
  key: string;
  label: string;
  colour: string;
  hatched?: boolean;
  /** Said after the name: its total. */
  value?: ReactNode;
  /** The same in a picture. */
  said?: string;
  /** The rows behind it. */
  href?: string;
}

interface ChartFrameProps {
  title: string;
  /** The result in one sentence. */
  summary: string;
  /** Said below: what is hatched, what was left out. */
  note?: ReactNode;
  /** The same figures as the chart, unrounded. */
  table: ChartTable;
  legend?: readonly LegendItem[];
  /** Follows the address of a legend's item within the page instead of asking the server for it. */
  onNavigate?: (href: string) => void;
  actions?: ReactNode;
  /** Old figures stay, dimmed, while new ones load. */
  dimmed?: boolean;
  /** No picture for charts that are not drawn as one. */
  png?: boolean;
  /** What only the picture says: by what, in what and of when it is, and what the numbers in the drawing stand for. */
  picture?: { about?: string; notes?: readonly string[] };
  className?: string;
  children: ReactNode;
}

/** Every chart stands in one: title, sentence, drawing, and below it the same figures as a table, a file and a picture. */
export function ChartFrame({
  title,
  summary,
  note,
  table,
  legend = [],
  onNavigate,
  actions,
  dimmed,
  png = true,
  picture,
  className,
  children,
}: ChartFrameProps) {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const drawing = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const organization = useChartOwner();
  const say = useNotice();
  const csv = async () => {
    const { toCsv } = await import('./prepare/table'); // few charts are ever saved
    download(new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' }), `${fileStem(title)}.csv`);
  };
  const save = async (kind: 'png' | 'svg') => {
    const svg = drawing.current?.querySelector<SVGSVGElement>('svg.recharts-surface');
    if (!svg) return say('There is no drawing to save. Switch to the chart first.');
    try {
      const { chartToPng, chartToSvg } = await import('./export-picture'); // few charts are ever saved
      const notes = [words.current?.textContent?.trim() ?? '', ...(picture?.notes ?? [])].filter(Boolean);
      const caption = { title, about: picture?.about ?? '', summary, notes, legend: legend.length > 1 ? legend : [], organization };
      download(kind === 'svg' ? chartToSvg(svg, caption) : await chartToPng(svg, caption), `${fileStem(title)}.${kind}`);
    } catch {
      say('The picture could not be made in this browser. The CSV holds the same figures.', { tone: 'over' });
    }
  };
  const below =
    'rounded-1 px-1 text-12 text-ink-2 underline-offset-3 hover:text-ink hover:underline aria-pressed:font-strong aria-pressed:text-ink';
  return (
    <section className={clsx('min-w-0 border-line border-t pt-4 pb-6', className)} aria-label={title}>
      <header className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-16">{title}</h2>
          <p className="text-13 text-ink-2">{summary}</p>
        </div>
        {actions}
      </header>
      {legend.length > 1 && view === 'chart' && <Legend items={legend} onNavigate={onNavigate} />}
      <div ref={drawing} className={clsx(dimmed && 'opacity-60')} aria-busy={dimmed}>
        {view === 'chart' ? children : <ChartTableView title={title} table={table} />}
      </div>
      <footer className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p ref={words} className="text-12 text-ink-3">
          {note}
        </p>
        <div className="ml-auto flex items-center gap-1 text-12 text-ink-3 print:hidden">
          <button
            type="button"
            className={below}
            aria-pressed={view === 'table'}
            data-chart-table
            onClick={() => setView(view === 'chart' ? 'table' : 'chart')}
          >
            Table
          </button>
          ·
          <button type="button" className={below} onClick={() => void csv()}>
            CSV
          </button>
          {png && (
            <>
              ·
              <button type="button" className={below} onClick={() => save('png')}>
                PNG
              </button>
              ·
              <button type="button" className={below} onClick={() => save('svg')}>
                SVG
              </button>
            </>
          )}
        </div>
      </footer>
    </section>
  );
}

const Legend = ({ items, onNavigate }: { items: readonly LegendItem[]; onNavigate?: (href: string) => void }) => (
  <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-12 text-ink-2">
    {items.map((item) => {
      const words = (
        <>
          <CutName className="max-w-48">{item.label}</CutName>
          {item.value && <span className="text-ink">{item.value}</span>}
        </>
      );
      return (
        <li key={item.key} className="flex min-w-0 items-center gap-1.5">
          <Swatch colour={item.colour} hatched={item.hatched} />
          {item.href ? (
            <Link
              href={item.href}
              prefetch={false}
              className="flex min-h-6 min-w-0 items-center gap-1.5 hover:text-ink hover:underline"
              onNavigate={
                onNavigate &&
                ((event) => {
                  event.preventDefault();
                  onNavigate(item.href ?? '');
                })
              }
            >
              {words}
            </Link>
          ) : (
            words
          )}
        </li>
      );
    })}
  </ul>
);

export const Swatch = ({ colour, hatched }: { colour: string; hatched?: boolean }) => (
  <span
    aria-hidden="true"
    className={clsx('inline-block size-2.5 shrink-0 rounded-1', hatched && 'hatched')}
    style={hatched ? { color: colour } : { background: colour }}
  />
);
