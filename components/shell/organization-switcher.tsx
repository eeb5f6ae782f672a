'use client';

import clsx from 'clsx';
import { api } from '@/lib/client/api';
import { Menu, MenuChoice, MenuLabel } from '../ui/menu';
import { useNotice } from '../ui/notice';

export interface OrganizationChoice {
  organizationId: number;
  organizationName: string;
}

/** Nothing crosses over from one organisation to another, so everything is loaded anew. */
export function OrganizationSwitcher({
  current,
  choices,
  folded,
}: {
  current: OrganizationChoice;
  choices: readonly OrganizationChoice[];
  folded: boolean;
}) {
  const say = useNotice();
  const initial = current.organizationName.slice(0, 1).toUpperCase();
  const face = (
    <>
      <span
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-1 bg-accent-soft text-12 font-strong text-accent"
        aria-hidden="true"
      >
        {initial}
      </span>
      {!folded && <span className="min-w-0 flex-1 truncate text-left">{current.organizationName}</span>}
    </>
  );
  const frame = 'flex h-9 w-full items-center gap-2 rounded-2 text-13 font-strong';
  if (choices.length < 2)
    return (
      <div className={clsx(frame, folded ? 'justify-center' : 'px-1.5')} title={current.organizationName}>
        {face}
        {folded && <span className="sr-only">{current.organizationName}</span>}
      </div>
    );
  const choose = (id: string) =>
    api('/api/v1/session/organization', { method: 'PUT', body: { organizationId: Number(id) } }).then(
      () => window.location.assign('/'),
      (error: Error) => say(error.message, { tone: 'over' }),
    );
  return (
    <Menu
      label="Organisation"
      trigger={
        <button
          type="button"
          aria-label={`Organisation: ${current.organizationName}`}
          className={clsx(frame, 'hover:bg-surface-3', folded ? 'justify-center' : 'px-1.5')}
        >
          {face}
          {!folded && (
            <svg aria-hidden="true" viewBox="0 0 16 16" className="size-3.5 text-ink-3" fill="none" stroke="currentColor" strokeWidth="1.3">
              <path d="m5 6 3-3 3 3m-6 4 3 3 3-3" />
            </svg>
          )}
        </button>
      }
    >
      <MenuLabel>Organisation</MenuLabel>
      <MenuChoice
        value={String(current.organizationId)}
        onChange={choose}
        options={choices.map((c) => ({ value: String(c.organizationId), label: c.organizationName }))}
      />
    </Menu>
  );
}
