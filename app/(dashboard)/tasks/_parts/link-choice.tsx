import clsx from 'clsx';
import Link from 'next/link';

/** One of a few, each an address that the server answers. */
export const LinkChoice = ({
  label,
  options,
}: {
  label: string;
  options: readonly { key: string; label: string; href: string; active: boolean }[];
}) => (
  <ul aria-label={label} className="inline-flex flex-wrap rounded-2 border border-edge bg-surface text-13 print:hidden">
    {options.map((o) => (
      <li key={o.key} className="flex border-edge not-first:border-l">
        <Link
          href={o.href}
          scroll={false}
          aria-current={o.active ? 'true' : undefined}
          className={clsx(
            'flex h-7.5 items-center px-2.5',
            o.active ? 'bg-accent-soft font-strong text-accent' : 'text-ink-2 hover:bg-surface-2 hover:text-ink',
          )}
        >
          {o.label}
        </Link>
      </li>
    ))}
  </ul>
);
