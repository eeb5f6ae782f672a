/** The headroom bar: what is used, what is likely, and an end that stays open. */
export const Mark = ({ className = 'h-4 w-6' }: { className?: string }) => (
  <svg viewBox="0 0 24 16" className={className} aria-hidden="true" fill="none">
    <path d="M23 2.75H1.75v10.5H23" stroke="currentColor" strokeWidth="1.5" />
    <path d="M4 5h9v6H4z" fill="var(--color-accent)" />
    <path d="m14.5 11 2.5-6m.5 6L20 5" stroke="var(--color-accent)" strokeWidth="1.5" />
  </svg>
);

export const Logo = () => (
  <span className="inline-flex items-center gap-2.5 text-16 font-strong tracking-tight">
    <Mark />
    Headroom
  </span>
);
