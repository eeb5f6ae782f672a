'use client';

import { useQuery } from '@tanstack/react-query';
import { count } from './figures';
import { progressQuery } from './queries';

/** How far it is, while charges of all times are asked for their owner anew. */
export function Allocating() {
  const { data } = useQuery(progressQuery);
  const running = data?.running;
  return (
    <p role="status" className="text-12 text-ink-2">
      {running && running.total > 0 ? `${count(running.done)} of ${count(running.total)} kinds of charges asked. ` : 'Allocating. '}
      All figures stay as they were until it is done.
    </p>
  );
}
