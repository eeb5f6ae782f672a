import clsx from 'clsx';
import Link from 'next/link';

const tabClass = (active: boolean) =>
  clsx(
    '-mb-px inline-flex h-9 items-center gap-2 whitespace-nowrap border-b-2 px-1 text-13',
    active ? 'border-accent font-strong text-ink [scroll-initial-target:nearest]' : 'border-transparent text-ink-2 hover:text-ink',
  );

export interface Tab {
  key: string;
  label: string;
  count?: number;
}

/** Tabs that are addresses: back and forward step through them. */
export function LinkTabs({
  tabs,
  active,
  label,
  onNavigate,
}: {
  tabs: readonly (Tab & { href: string })[];
  active: string;
  label: string;
  /** Follows the address within the page instead of asking the server for it. */
  onNavigate?: (href: string) => void;
}) {
  return (
    <nav aria-label={label} className="fading-sides flex scroll-px-10 gap-5 overflow-x-auto border-line border-b">
      {tabs.map((t) => (
        <Link
          key={t.key}
          href={t.href}
          aria-current={t.key === active ? 'page' : undefined}
          className={tabClass(t.key === active)}
          onNavigate={
            onNavigate &&
            ((event) => {
              event.preventDefault();
              onNavigate(t.href);
            })
          }
        >
          {t.label}
          {t.count !== undefined && <span className="font-normal text-ink-3">{t.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
