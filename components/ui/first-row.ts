import { type KeyboardEvent, useEffect } from 'react';

/** A row was opened by key: the focus goes on to what it opens. */
let isAwaited = false;

/** Of a link in a row: with Shift, Control or Command Enter does something else. */
export function followToRows({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): void {
  if (key === 'Enter' && !shiftKey && !ctrlKey && !metaKey) isAwaited = true;
}

/** Puts the focus on the first row of the page's tables once the `rows` that a key opened are there; until then it waits. */
export function useFollowed(rows: unknown, isThere: boolean): void {
  useEffect(() => {
    if (rows === undefined || !isThere || !isAwaited) return;
    isAwaited = false;
    document.querySelector<HTMLElement>('main tbody td:first-child a')?.focus();
  }, [rows, isThere]);
}
