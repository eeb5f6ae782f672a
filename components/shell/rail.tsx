'use client';

import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { alertCountQuery } from '@/lib/client/alerts';
import { Logo, Mark } from '../brand/logo';
import { IconButton } from '../ui/button';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../ui/menu';
import { Icon } from './icon';
import { groups, isHere } from './navigation';

/** What signs out is loaded for that moment: every page has this menu, and few visits end here. */
async function signOut(): Promise<void> {
  const session = await import('next-auth/react').catch(() => null);
  if (session) await session.signOut({ callbackUrl: '/sign-in' });
  else window.location.assign('/sign-out');
}

import { type OrganizationChoice, OrganizationSwitcher } from './organization-switcher';
import type { Theme } from './preferences';

export interface RailProps {
  user: { name: string; email: string | null };
  organization: OrganizationChoice;
  organizations: readonly OrganizationChoice[];
  theme: Theme;
  onTheme: () => void;
  onKeys: () => void;
  onSearch: () => void;
  folded?: boolean;
  /** Left out in the drawer, which closes instead. */
  onFold?: () => void;
  /** Where somebody is on the way to. */
  going: string | null;
  onGo: (href: string) => void;
}

const themeWords: Record<Theme, string> = { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' };

/** How many are new: the figure, or a dot where the menu is folded. */
const Fresh = ({ count, folded }: { count: number; folded: boolean }) =>
  folded ? (
    <span className="absolute top-1.5 right-1.5 size-1.5 rounded-full bg-accent" />
  ) : (
    <span className="ml-auto rounded-1 bg-accent-soft px-1.5 text-12 text-accent tabular-nums">{count > 99 ? '99+' : count}</span>
  );

export function Rail({
  user,
  organization,
  organizations,
  theme,
  onTheme,
  onKeys,
  onSearch,
  folded = false,
  onFold,
  going,
  onGo,
}: RailProps) {
  const path = usePathname();
  /** A plain click; one that opens another tab stays the browser's. */
  const linked = (href: string) => ({
    href,
    onNavigate: (event: { preventDefault: () => void }) => {
      event.preventDefault();
      onGo(href);
    },
  });
  const unread = useQuery(alertCountQuery()).data?.unread ?? 0;
  return (
    <div className={clsx('flex h-full flex-col gap-4 py-3', folded ? 'px-2' : 'px-3')}>
      <div className={clsx('flex h-9 items-center', folded ? 'justify-center' : 'justify-between pl-1.5')}>
        <Link {...linked('/')} aria-label="Headroom, overview" className="rounded-1">
          {folded ? <Mark /> : <Logo />}
        </Link>
        {onFold && !folded && (
          <IconButton label="Fold the menu to icons" onClick={onFold}>
            <Icon name="fold" />
          </IconButton>
        )}
      </div>
      <OrganizationSwitcher current={organization} choices={organizations} folded={folded} />
      <button
        type="button"
        onClick={onSearch}
        aria-label="Search"
        aria-keyshortcuts="/"
        title={folded ? 'Search' : undefined}
        className={clsx(
          'flex h-8 shrink-0 items-center gap-2.5 rounded-2 border border-edge text-13 text-ink-2 hover:bg-surface-3 hover:text-ink',
          folded ? 'justify-center' : 'px-2',
        )}
      >
        <Icon name="search" />
        {!folded && (
          <>
            Search
            <kbd className="ml-auto font-mono text-12 text-ink-3">/</kbd>
          </>
        )}
      </button>
      <nav aria-label="Pages" className="flex flex-1 flex-col gap-4 overflow-y-auto">
        {groups.map((group) => (
          <div key={group.label}>
            {folded ? <div className="mx-2 mb-1.5 h-px bg-line" /> : <p className="mb-1 px-2 text-12 text-ink-3">{group.label}</p>}
            <ul className="grid gap-0.5">
              {group.items.map((item) => {
                const here = isHere(item, going ?? path);
                const fresh = item.href === '/alerts' ? unread : 0;
                const name = fresh > 0 ? `${item.label}, ${fresh} new` : item.label;
                return (
                  <li key={item.href}>
                    <Link
                      {...linked(item.href)}
                      aria-current={here ? 'page' : undefined}
                      aria-label={folded || fresh > 0 ? name : undefined}
                      title={folded ? name : undefined}
                      className={clsx(
                        'relative flex h-8 items-center gap-2.5 rounded-2 text-13',
                        folded ? 'justify-center' : 'px-2',
                        here ? 'bg-accent-soft font-strong text-accent' : 'text-ink-2 hover:bg-surface-3 hover:text-ink',
                      )}
                    >
                      <Icon name={item.icon} />
                      {!folded && item.label}
                      {fresh > 0 && <Fresh count={fresh} folded={folded} />}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </nav>
      <div className={clsx('flex items-center border-line border-t pt-3', folded ? 'flex-col gap-1' : 'gap-0.5')}>
        {folded && onFold && (
          <IconButton label="Unfold the menu" onClick={onFold}>
            <Icon name="unfold" />
          </IconButton>
        )}
        <Menu
          side={folded ? 'right' : 'top'}
          label="You"
          trigger={
            <button
              type="button"
              aria-label={folded ? `You: ${user.name}` : undefined}
              className={clsx(
                'flex h-8 min-w-0 items-center gap-2 rounded-2 text-13 text-ink-2 hover:bg-surface-3 hover:text-ink',
                folded ? 'w-8 justify-center' : 'flex-1 px-2',
              )}
            >
              <Icon name="person" />
              {!folded && <span className="truncate">{user.name}</span>}
            </button>
          }
        >
          <MenuLabel>{user.email}</MenuLabel>
          <MenuLine />
          <MenuItem onSelect={() => onGo('/settings/account')}>Your account</MenuItem>
          <MenuItem onSelect={() => void signOut()}>Sign out</MenuItem>
        </Menu>
        <IconButton label={themeWords[theme]} onClick={onTheme}>
          <Icon name={theme} />
        </IconButton>
        <IconButton label="Keys" onClick={onKeys}>
          <Icon name="keys" />
        </IconButton>
      </div>
    </div>
  );
}
