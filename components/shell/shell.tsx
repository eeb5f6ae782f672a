'use client';

import clsx from 'clsx';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { Logo } from '../brand/logo';
import { IconButton } from '../ui/button';
import { Icon } from './icon';
import { destinations } from './navigation';
import { PageLoading } from './page-loading';
import { applyTheme, nextTheme, railCookie, remember, type Theme } from './preferences';
import { Rail, type RailProps } from './rail';
import { useGoing } from './use-going';
import { useShortcuts } from './use-shortcuts';

/** Loaded when somebody first asks for it. */
const KeyboardHelp = dynamic(() => import('./keyboard-help').then((m) => m.KeyboardHelp), { ssr: false });
const SearchDialog = dynamic(() => import('./search/search-dialog').then((m) => m.SearchDialog), { ssr: false });

interface ShellProps extends Pick<RailProps, 'user' | 'organization' | 'organizations'> {
  initialTheme: Theme;
  initiallyFolded: boolean;
  children: ReactNode;
}

/** Menu at the left, folded to icons by choice; below 900 px a drawer. */
export function Shell({ initialTheme, initiallyFolded, children, ...who }: ShellProps) {
  const { going, go } = useGoing();
  const [theme, setTheme] = useState(initialTheme);
  const [folded, setFolded] = useState(initiallyFolded);
  const [drawer, setDrawer] = useState(false);
  const [keys, setKeys] = useState(false);
  const [searching, setSearching] = useState(false);

  const cycleTheme = () => {
    const next = nextTheme(theme);
    setTheme(next);
    applyTheme(next);
  };
  const fold = () => {
    remember(railCookie, folded ? 'open' : 'folded');
    setFolded(!folded);
  };
  useShortcuts({
    ...Object.fromEntries(destinations.map((d) => [`g ${d.key}`, () => go(d.href)])),
    '/': () => setSearching(true),
    '.': cycleTheme,
    '?': () => setKeys(true),
    t: () => document.querySelector<HTMLElement>('[data-chart-table]')?.click(),
  });

  const rail = { ...who, going, theme, onTheme: cycleTheme, onKeys: () => setKeys(true), onSearch: () => setSearching(true) };
  return (
    <div
      className={clsx('desk:grid min-h-dvh print:block', folded ? 'grid-cols-[3.5rem_minmax(0,1fr)]' : 'grid-cols-[13.5rem_minmax(0,1fr)]')}
    >
      <a
        href="#content"
        className="fixed top-2 left-2 z-60 -translate-y-16 rounded-2 bg-accent px-3 py-1.5 text-13 text-surface focus:translate-y-0"
      >
        Skip to content
      </a>
      <aside aria-label="Menu" className="sticky top-0 hidden h-dvh border-line border-r bg-surface-2 desk:block print:hidden">
        <Rail {...rail} folded={folded} onFold={fold} onGo={go} />
      </aside>
      <header className="print:hidden flex h-12 items-center gap-2 border-line border-b bg-surface-2 px-2 desk:hidden">
        <Radix.Root open={drawer} onOpenChange={setDrawer}>
          <Radix.Trigger asChild>
            <IconButton label="Menu">
              <Icon name="menu" />
            </IconButton>
          </Radix.Trigger>
          <Radix.Portal>
            <Radix.Overlay className="fixed inset-0 z-40 bg-veil desk:hidden" />
            <Radix.Content
              aria-describedby={undefined}
              className="fixed inset-y-0 left-0 z-50 w-64 max-w-[85vw] border-line border-r bg-surface-2 outline-none desk:hidden"
            >
              <Radix.Title className="sr-only">Menu</Radix.Title>
              <Rail
                {...rail}
                onGo={(href) => {
                  setDrawer(false);
                  go(href);
                }}
                onSearch={() => {
                  setDrawer(false);
                  setSearching(true);
                }}
              />
            </Radix.Content>
          </Radix.Portal>
        </Radix.Root>
        <Link href="/" aria-label="Headroom, overview" className="rounded-1">
          <Logo />
        </Link>
      </header>
      <main id="content" tabIndex={-1} className="min-w-0 outline-none">
        {going !== null && <PageLoading href={going} />}
        <div className={going === null ? 'contents' : 'hidden'}>{children}</div>
      </main>
      {searching && <SearchDialog onClose={() => setSearching(false)} onGo={go} />}
      {keys && <KeyboardHelp onClose={() => setKeys(false)} />}
    </div>
  );
}
