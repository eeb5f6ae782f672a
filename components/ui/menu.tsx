'use client';

import clsx from 'clsx';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

interface MenuProps {
  trigger: ReactNode;
  children: ReactNode;
  align?: 'start' | 'end';
  side?: 'top' | 'right' | 'bottom';
  label?: string;
}

export function Menu({ trigger, children, align = 'start', side = 'bottom', label }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className="z-50 min-w-44 max-w-80 rounded-3 border border-edge bg-surface p-1 text-13 text-ink"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const itemClass = 'flex min-h-8 cursor-default select-none items-center gap-2 rounded-2 px-2 outline-none data-[highlighted]:bg-surface-3';

export function MenuItem({
  children,
  onSelect,
  danger,
  disabled,
}: {
  children: ReactNode;
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
}) {
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={clsx(itemClass, danger && 'text-over', disabled && 'text-ink-3')}>
      {children}
    </Radix.Item>
  );
}

/** One of several; the chosen one has a tick. */
export function MenuChoice<T extends string>({
  value,
  options,
  onChange,
}: {
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}) {
  return (
    <Radix.RadioGroup value={value} onValueChange={(v) => onChange(v as T)}>
      {options.map((o) => (
        <Radix.RadioItem key={o.value} value={o.value} className={clsx(itemClass, 'pl-7 relative')}>
          <Radix.ItemIndicator className="absolute left-2">
            <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3">
              <path d="m2 6.5 2.5 2.5L10 3" fill="none" stroke="currentColor" strokeWidth="1.6" />
            </svg>
          </Radix.ItemIndicator>
          {o.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <Radix.Label className="px-2 pt-1.5 pb-1 text-12 text-ink-3">{children}</Radix.Label>
);
export const MenuLine = () => <Radix.Separator className="my-1 h-px bg-line" />;
