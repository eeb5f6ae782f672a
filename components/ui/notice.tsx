'use client';

import clsx from 'clsx';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { Tone } from './badge';

interface Notice {
  id: number;
  text: ReactNode;
  tone: Tone;
  action?: { label: string; run: () => void };
}
type Say = (text: ReactNode, options?: { tone?: Tone; action?: Notice['action'] }) => void;

const Context = createContext<Say>(() => {});

/** `const say = useNotice(); say('Role changed', { action: { label: 'Undo', run } })` */
export const useNotice = () => useContext(Context);

/** Short messages at the lower edge, above the page, so that nothing moves while someone reads. */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const next = useRef(0);
  const close = useCallback((id: number) => setNotices((all) => all.filter((n) => n.id !== id)), []);
  const say = useCallback<Say>(
    (text, { tone = 'neutral', action } = {}) => {
      const id = ++next.current;
      setNotices((all) => [...all.slice(-2), { id, text, tone, action }]);
      setTimeout(() => close(id), action || tone === 'over' ? 12_000 : 5_000);
    },
    [close],
  );
  const stack = useMemo(
    () =>
      notices.map((n) => (
        <div
          key={n.id}
          className={clsx(
            'pointer-events-auto flex items-center gap-3 rounded-3 border bg-surface py-2 pr-2 pl-4 text-13',
            n.tone === 'over' ? 'border-over text-over' : 'border-edge text-ink',
          )}
        >
          <span className="min-w-0">{n.text}</span>
          {n.action && (
            <button
              type="button"
              className="h-7 rounded-2 px-2 font-strong text-accent hover:bg-surface-3"
              onClick={() => {
                n.action?.run();
                close(n.id);
              }}
            >
              {n.action.label}
            </button>
          )}
          <button
            type="button"
            aria-label="Dismiss"
            className="inline-flex size-7 items-center justify-center rounded-2 text-ink-2 hover:bg-surface-3"
            onClick={() => close(n.id)}
          >
            <svg aria-hidden="true" viewBox="0 0 12 12" className="size-2.5">
              <path d="m2 2 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.4" />
            </svg>
          </button>
        </div>
      )),
    [notices, close],
  );
  return (
    <Context value={say}>
      {children}
      <div aria-live="polite" className="print:hidden pointer-events-none fixed inset-x-4 bottom-4 z-60 flex flex-col items-center gap-2">
        {stack}
      </div>
    </Context>
  );
}

/** A message that belongs to a place on the page and was there from the start. */
export function InlineNotice({
  tone = 'neutral',
  title,
  children,
  actions,
}: {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const edge: Record<Tone, string> = {
    neutral: 'border-edge',
    accent: 'border-accent',
    ok: 'border-ok',
    warn: 'border-warn',
    over: 'border-over',
  };
  return (
    <div role={tone === 'over' ? 'alert' : 'status'} className={clsx('border-l-2 py-1 pl-3 text-13', edge[tone])}>
      {title && <p className={clsx('font-strong', tone === 'over' ? 'text-over' : 'text-ink')}>{title}</p>}
      {children && <div className="text-ink-2">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
