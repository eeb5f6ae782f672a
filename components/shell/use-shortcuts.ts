'use client';

import { useEffect, useRef } from 'react';
import { hasSingleKeys } from './preferences';

const chordMs = 1200;
/** Until when a chord that any part of the page began waits for its second key: that key is nobody else's. */
let chordUntil = 0;

const endChord = () => {
  chordUntil = 0;
};

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement
    ? !/^(checkbox|radio)$/.test(target.type)
    : target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName));

/** With a key held that types another character: AltGr, where `[` stands with it, or Option on a Mac. */
const isComposed = (event: KeyboardEvent) =>
  event.getModifierState('AltGraph') || (event.altKey && !event.ctrlKey && (event.key === '[' || event.key === ']'));

/** Single keys ("?") and chords ("g o"). Silent while a field has focus or a dialog or menu is open. */
export function useShortcuts(bindings: Readonly<Record<string, () => void>>): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    let first = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.defaultPrevented || isTyping(event.target) || !hasSingleKeys()) return;
      if ((event.ctrlKey || event.altKey) && !isComposed(event)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]')) return;
      if (!first && Date.now() < chordUntil) return;
      const key = first ? `${first} ${event.key}` : event.key;
      clearTimeout(timer);
      if (first) setTimeout(endChord); // once every other listener has seen this key
      first = '';
      const run = latest.current[key];
      if (run) {
        event.preventDefault();
        run();
      } else if (Object.keys(latest.current).some((k) => k.startsWith(`${event.key} `))) {
        first = event.key;
        chordUntil = Date.now() + chordMs;
        timer = setTimeout(() => {
          first = '';
        }, chordMs);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}
