'use client';

import clsx from 'clsx';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface ScrollFrameProps {
  /** Read out by assistive technology. */
  label: string;
  /** `end`: what is at the right is seen first. */
  start?: 'end';
  /** Of the part that scrolls. */
  className?: string;
  children: ReactNode;
}

/** What is wider or taller than its place scrolls here and not the page, and says that there is more while there is. */
export function ScrollFrame({ label, start, className, children }: ScrollFrameProps) {
  const frame = useRef<HTMLElement>(null);
  const [more, setMore] = useState({ any: false, left: false, right: false, below: false });
  useEffect(() => {
    const at = frame.current;
    if (!at) return;
    if (start === 'end') at.scrollLeft = at.scrollWidth;
    const look = () => {
      const left = start === 'end' && at.scrollLeft > 2;
      const right = at.scrollLeft + at.clientWidth < at.scrollWidth - 2;
      const below = at.scrollTop + at.clientHeight < at.scrollHeight - 2;
      // its line stays while there is anything to scroll to, so that nothing jumps at the end
      const any = at.clientWidth < at.scrollWidth - 2 || at.clientHeight < at.scrollHeight - 2;
      setMore((now) =>
        now.any === any && now.left === left && now.right === right && now.below === below ? now : { any, left, right, below },
      );
    };
    const sizes = new ResizeObserver(look);
    for (const one of [at, ...at.children]) sizes.observe(one);
    at.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      at.removeEventListener('scroll', look);
    };
  }, [start]);
  return (
    <div className="min-w-0">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section ref={frame} tabIndex={0} aria-label={label} className={clsx('w-full overflow-auto', className)}>
        {children}
      </section>
      {more.any && (
        <p aria-hidden="true" className="flex h-6 items-center gap-4 whitespace-nowrap text-12 text-ink-2 print:hidden">
          {more.left && <span>← more</span>}
          <span className="ml-auto">{more.below && 'more rows ↓'}</span>
          {more.right && <span>more →</span>}
        </p>
      )}
    </div>
  );
}
