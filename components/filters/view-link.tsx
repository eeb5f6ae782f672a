'use client';

import Link from 'next/link';
import type { ComponentProps } from 'react';
import { go } from './use-address';

/** A link to another view of this page: an address like any other, followed without a round trip. */
export const ViewLink = ({ href, ...rest }: Omit<ComponentProps<typeof Link>, 'href' | 'onNavigate' | 'prefetch'> & { href: string }) => (
  <Link
    {...rest}
    href={href}
    prefetch={false}
    onNavigate={(event) => {
      event.preventDefault();
      go(href);
    }}
  />
);
