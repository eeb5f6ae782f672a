import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: string;
  /** Under the title: what is shown, in a few words. */
  note?: ReactNode;
  /** "Complete to 20 Nov", with what is behind it. */
  freshness?: ReactNode;
  /** Period, currency, share; the main action last. */
  actions?: ReactNode;
}

/** Sticks to the top where it is one row; the page's only h1. */
export function PageHeader({ title, note, freshness, actions }: PageHeaderProps) {
  return (
    <header className="z-20 border-line desk:sticky desk:top-0 border-b bg-surface print:static">
      <div className="mx-auto flex min-h-15 max-w-[100rem] flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 desk:px-6">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
          <h1 className="text-20">{title}</h1>
          {note && <p className="text-13 text-ink-2">{note}</p>}
        </div>
        <div className="ml-auto flex flex-wrap items-center gap-2">
          {freshness}
          {actions && <div className="print:hidden flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
      </div>
    </header>
  );
}

/** The page's content below its header: gutters, and not wider than 1,600 px. */
export const PageBody = ({ children }: { children: ReactNode }) => (
  <div className="mx-auto grid max-w-[100rem] grid-cols-1 gap-x-8 px-4 pt-4 pb-16 desk:px-6 [&>section:first-child]:border-t-0">
    {children}
  </div>
);
