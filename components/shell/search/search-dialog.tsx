'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { searchQuery } from '@/lib/client/search';
import { foundKinds } from '@/lib/core/search/found';
import { Dialog } from '../../ui/dialog';
import { controlClass } from '../../ui/field';
import { findPlaces } from './places';

/** A pause in typing that is worth a question. */
const PAUSE_MS = 120;

interface SearchDialogProps {
  onClose: () => void;
  onGo: (href: string) => void;
}

/** Pages, views, budgets, agreements and what costs are of, by name. Arrows choose, Enter opens. */
export function SearchDialog({ onClose, onGo }: SearchDialogProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, error, isFetching } = useQuery({ ...searchQuery(asked), placeholderData: asked ? keepPreviousData : undefined });
  const lines = [
    ...findPlaces(typed).map((p) => ({ ...p, what: 'Page' })),
    ...(typed.trim() && data ? data.map((f) => ({ name: f.name, href: f.href, what: foundKinds[f.kind] })) : []),
  ];
  const chosen = Math.min(at, lines.length - 1);
  const idOf = (line: number) => `${id}-${line}`;
  const open = (href: string | undefined) => {
    if (href === undefined) return;
    onClose();
    onGo(href);
  };
  const move = (to: number) => {
    setAt(to);
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (lines.length === 0 || (step === 0 && event.key !== 'Enter')) return;
    event.preventDefault();
    if (step === 0) open(lines[chosen]?.href);
    else move((chosen + step + lines.length) % lines.length);
  };
  return (
    <Dialog open onOpenChange={(next) => !next && onClose()} title="Search">
      <div className="grid gap-2">
        <input
          type="search"
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={lines.length > 0 ? idOf(chosen) : undefined}
          aria-autocomplete="list"
          aria-label="Find a page, budget, agreement, model, team …"
          placeholder="Page, budget, agreement, model, team …"
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
          className={controlClass(false)}
        />
        <div id={`${id}-list`} ref={list} role="listbox" aria-label="Found" className="h-80 overflow-y-auto">
          {lines.map((line, i) => (
            // the keys are those of the field, which keeps the focus
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div
              key={`${line.what} ${line.href}`}
              id={idOf(i)}
              role="option"
              aria-selected={i === chosen}
              onClick={() => open(line.href)}
              onPointerMove={() => setAt(i)}
              className={clsx(
                'flex h-9 cursor-pointer items-center justify-between gap-4 rounded-2 px-2 text-13',
                i === chosen && 'bg-surface-3',
              )}
            >
              <span className="min-w-0 truncate" title={line.name}>
                {line.name}
              </span>
              <span className="shrink-0 text-12 text-ink-2">{line.what}</span>
            </div>
          ))}
        </div>
        <p role="status" className="min-h-5 text-12 text-ink-2">
          {error ? error.message : lines.length === 0 && !isFetching ? `Nothing is called “${typed.trim()}”.` : ''}
        </p>
      </div>
    </Dialog>
  );
}
