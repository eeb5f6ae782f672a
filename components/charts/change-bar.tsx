import clsx from 'clsx';

/** What was added, to the right of nothing, or taken, to the left of it; `most` is the largest of its table. Up and down are told by the sign beside it, too. */
export function ChangeBar({ amount, most, faint = false }: { amount: string; most: number; faint?: boolean }) {
  const size = most > 0 ? (Math.abs(Number(amount)) / most) * 50 : 0;
  const isUp = !amount.startsWith('-');
  return (
    <span aria-hidden="true" className="relative block h-3 w-full">
      <span className="absolute -inset-y-2.5 left-1/2 w-px bg-line" />
      {size > 0 && (
        <span
          className={clsx('absolute inset-y-0 rounded-1', isUp ? 'left-1/2 bg-warn' : 'right-1/2 bg-ok', faint && 'opacity-50')}
          style={{ width: `max(2px, ${size}%)` }}
        />
      )}
    </span>
  );
}

/** The size of the largest of some amounts. */
export const mostOf = (amounts: readonly string[]): number => Math.max(0, ...amounts.map((a) => Math.abs(Number(a))));
