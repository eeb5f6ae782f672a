'use client';

import clsx from 'clsx';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Opens it; left out when `open` is controlled. */
  trigger?: ReactNode;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
  /** `side` slides in from the right: details beside a page that should not be lost. */
  kind?: 'centre' | 'side';
}

/** Escape and a click outside close it; focus comes back to where it was. */
export function Dialog({ open, onOpenChange, trigger, title, description, children, actions, kind = 'centre' }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={clsx(
            'fixed z-50 flex flex-col border-line bg-surface text-ink outline-none',
            kind === 'centre'
              ? 'top-1/2 left-1/2 max-h-[min(44rem,90dvh)] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 rounded-3 border'
              : 'inset-y-0 right-0 w-[min(32rem,100vw)] border-l',
          )}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4">
            <Radix.Title className="text-16">{title}</Radix.Title>
            <Radix.Close
              aria-label="Close"
              className="-mr-2 inline-flex size-8 items-center justify-center rounded-2 text-ink-2 hover:bg-surface-3"
            >
              <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3">
                <path d="m1.5 1.5 9 9m0-9-9 9" stroke="currentColor" strokeWidth="1.4" />
              </svg>
            </Radix.Close>
          </div>
          {description && <Radix.Description className="px-5 pt-1 text-13 text-ink-2">{description}</Radix.Description>}
          <div className={clsx('min-h-0 overflow-y-auto px-5 py-4', kind === 'side' && 'flex-1')}>{children}</div>
          {actions && <div className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{actions}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const DialogClose = ({ children }: { children: ReactNode }) => <Radix.Close asChild>{children}</Radix.Close>;
