'use client';

import clsx from 'clsx';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { canMove, type Direction, movePanel, nextWidth, putPanel } from '@/lib/core/dashboards/arrange';
import type { Panel } from '@/lib/core/dashboards/panels';
import { LivePanel } from './live-panel';
import { gridClass, widthClass } from './panel-grid';

const arrows: Record<Direction, string> = { left: 'M10 3 5 8l5 5', right: 'm6 3 5 5-5 5', up: 'm3 10 5-5 5 5', down: 'm3 6 5 5 5-5' };

interface PanelEditorProps {
  panels: readonly Panel[];
  /** How a panel is called, for those who hear the page. */
  nameOf: (panel: Panel) => string;
  onChange: (panels: Panel[]) => void;
  onEdit: (panel: Panel) => void;
}

/** The panels with what moves them: buttons for every step, and dragging for those who like it. */
export function PanelEditor({ panels, nameOf, onChange, onEdit }: PanelEditorProps) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const focus = useRef<string | null>(null);
  // a browser forgets the focus of what is moved in the page
  useEffect(() => {
    if (!focus.current) return;
    const bar = document.querySelector(`[data-panel="${focus.current.split(' ')[0]}"]`);
    const wanted = bar?.querySelector<HTMLButtonElement>(`[data-step="${focus.current.split(' ')[1]}"]:not(:disabled)`);
    (wanted ?? bar?.querySelector<HTMLButtonElement>('button:not(:disabled)'))?.focus();
    focus.current = null;
  });
  const apply = (panel: Panel, step: string, next: Panel[], words: string) => {
    focus.current = `${panel.id} ${step}`;
    setSaid(`${nameOf(panel)}: ${words}`);
    onChange(next);
  };
  const resize = (panel: Panel, step: 1 | -1) => {
    const width = nextWidth(panel.width, step);
    if (width === null) return;
    const next = panels.map((p) => (p.id === panel.id ? { ...p, width } : p));
    apply(panel, step > 0 ? 'wider' : 'narrower', next, `${width} of 12 columns`);
  };
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <div className={gridClass}>
        {panels.map((panel, i) => {
          const name = nameOf(panel);
          return (
            // biome-ignore lint/a11y/noNoninteractiveElementInteractions: every step has a button; dragging comes on top
            // biome-ignore lint/a11y/noStaticElementInteractions: every step has a button; dragging comes on top
            <div
              key={panel.id}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', panel.id);
                setDragged(panel.id);
              }}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              onDragOver={(event) => {
                if (!dragged) return;
                event.preventDefault();
                setOver(panel.id);
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged && dragged !== panel.id) onChange(putPanel(panels, dragged, panel.id));
              }}
              className={clsx(
                'col-span-12 mb-4 flex min-w-0 flex-col rounded-3 border px-3',
                widthClass[panel.width],
                over === panel.id && dragged !== panel.id ? 'border-accent bg-accent-soft' : 'border-edge border-dashed',
                dragged === panel.id && 'opacity-55',
              )}
            >
              <div
                role="toolbar"
                aria-label={name}
                data-panel={panel.id}
                className="-mx-1 flex cursor-move flex-wrap items-center gap-0.5 py-1"
              >
                {(Object.keys(arrows) as Direction[]).map((direction) => (
                  <IconButton
                    key={direction}
                    data-step={direction}
                    label={`Move ${name} ${direction}`}
                    disabled={!canMove(panels, panel.id, direction)}
                    onClick={() => {
                      const next = movePanel(panels, panel.id, direction);
                      apply(panel, direction, next, `place ${next.findIndex((p) => p.id === panel.id) + 1} of ${next.length}`);
                    }}
                    className="size-7!"
                  >
                    <Glyph path={arrows[direction]} />
                  </IconButton>
                ))}
                <IconButton
                  data-step="narrower"
                  label={`Make ${name} narrower`}
                  disabled={nextWidth(panel.width, -1) === null}
                  onClick={() => resize(panel, -1)}
                  className="size-7!"
                >
                  <Glyph path="M1.5 8h4m-2-2 2 2-2 2m11-2h-4m2-2-2 2 2 2M8 3v10" />
                </IconButton>
                <IconButton
                  data-step="wider"
                  label={`Make ${name} wider`}
                  disabled={nextWidth(panel.width, 1) === null}
                  onClick={() => resize(panel, 1)}
                  className="size-7!"
                >
                  <Glyph path="M6 8H2m2-2L2 8l2 2m6-2h4m-2-2 2 2-2 2M8 3v10" />
                </IconButton>
                <span className="ml-auto flex gap-1">
                  <button
                    type="button"
                    aria-label={`Edit ${name}`}
                    className="h-7 rounded-2 px-2 text-12 text-ink-2 hover:bg-surface-3 hover:text-ink"
                    onClick={() => onEdit(panel)}
                  >
                    Edit
                  </button>
                  <button
                    type="button"
                    aria-label={`Remove ${name}`}
                    className="h-7 rounded-2 px-2 text-12 text-ink-2 hover:bg-surface-3 hover:text-ink"
                    onClick={() => {
                      const neighbour = panels[i + 1] ?? panels[i - 1];
                      focus.current = neighbour ? `${neighbour.id} edit` : null;
                      setSaid(`${name} removed`);
                      onChange(panels.filter((p) => p.id !== panel.id));
                    }}
                  >
                    Remove
                  </button>
                </span>
              </div>
              <LivePanel panel={panel} advice="Edit this panel, or remove it." />
            </div>
          );
        })}
      </div>
    </>
  );
}

const Glyph = ({ path }: { path: string }) => (
  <svg aria-hidden="true" viewBox="0 0 16 16" className="size-3.5" fill="none" stroke="currentColor" strokeWidth="1.4">
    <path d={path} />
  </svg>
);
