import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { parseTheme, themeCookie } from '@/components/shell/preferences';
import { NoticeProvider } from '@/components/ui/notice';
import { QueryProvider } from '@/lib/client/query-provider';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Headroom', template: '%s – Headroom' },
  description: 'What AI cost, what it bought, and what it will cost next.',
  robots: { index: false, follow: false },
};
export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      data-theme={theme === 'system' ? undefined : theme}
      suppressHydrationWarning
    >
      <body>
        <QueryProvider>
          <NoticeProvider>{children}</NoticeProvider>
        </QueryProvider>
      </body>
    </html>
  );
}
