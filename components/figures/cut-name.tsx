import clsx from 'clsx';
import { visible } from '@/lib/core/text/visible';

/** So much of its end stays in sight. */
const TAIL = 12;
/** So many ems of its beginning always do: a letter or two and "…". */
const HEAD = 2.2;
/** Shorter names are cut at their end, where at all. */
const LONG = 32;

/**
 * A name on one line, as wide as there is room. A long one is cut in its middle: ids of one kind differ at their ends. The whole name is on hover, and
 * whoever copies it gets all of it.
 */
export function CutName({ children, className }: { children: string; className?: string }) {
  const text = visible(children);
  const at = text.length - TAIL;
  // what is read from the right, or is more than a letter in one place, is not taken apart
  if (text.length < LONG || /[\p{M}\p{Script=Arabic}\p{Script=Hebrew}\p{Extended_Pictographic}\ud800-\udfff]/u.test(text))
    return (
      <bdi title={text} className={clsx('block truncate', className)}>
        {text}
      </bdi>
    );
  return (
    // both parts are of one line, or whoever copies the name would copy a line break in it
    <bdi title={text} className={clsx('block overflow-hidden whitespace-pre', className)}>
      <span
        className="inline-block truncate whitespace-pre align-bottom"
        style={{ maxWidth: `max(${HEAD}em, 100% - ${roomOf(text.slice(at))}em)` }}
      >
        {text.slice(0, at)}
      </span>
      {text.slice(at)}
    </bdi>
  );
}

/** How wide a text is in ems, about: rather a little more, or its last letter would be cut. */
const roomOf = (text: string): string =>
  [...text]
    .reduce((sum, c) => sum + (/[mwMW@%—]/.test(c) ? 0.9 : /[ijlftr.,:;|/'!() -]/.test(c) ? 0.4 : /[A-Z&_]/.test(c) ? 0.7 : 0.61), 0.1)
    .toFixed(2);
