import clsx from 'clsx';
import { visible } from '@/lib/core/text/visible';

/** So much of its end stays in sight. */
const TAIL = 14;
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
    <bdi title={text} className={clsx('flex min-w-0', className)}>
      <span className="truncate whitespace-pre">{text.slice(0, at)}</span>
      <span className="shrink-0 whitespace-pre">{text.slice(at)}</span>
    </bdi>
  );
}
