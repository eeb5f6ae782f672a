import clsx from 'clsx';
import type { ReactNode } from 'react';

interface PanelProps {
  title?: ReactNode;
  /** One sentence under the title. */
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
  /** Heading level; one `h1` is the page's. */
  level?: 2 | 3;
  id?: string;
}

/** One panel, one question; its title is the question or its answer. Separated by space and a line, not by a box. */
export function Panel({ title, note, actions, children, className, level = 2, id }: PanelProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section id={id} className={clsx('min-w-0 border-line border-t pt-4 pb-6', className)}>
      {(title || actions) && (
        <header className="mb-3 flex min-h-8 flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            {title && <Heading className="text-16">{title}</Heading>}
            {note && <p className="text-13 text-ink-2">{note}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
