import clsx from 'clsx';

interface BridgeBarProps {
  from: string;
  to: string;
  /** Every place the bars of its table reach. */
  reach: readonly string[];
  /** A whole, standing on zero; others are what was added or taken. */
  isTotal: boolean;
}

/** One step of a bridge, from where it was to where it is. Up and down are told by the sign beside it, too. */
export function BridgeBar({ from, to, reach, isTotal }: BridgeBarProps) {
  const numbers = reach.map(Number);
  const [least, most] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const at = (amount: number) => ((amount - least) / (most - least || 1)) * 100;
  const [left, right] = [Math.min(Number(from), Number(to)), Math.max(Number(from), Number(to))];
  const tone = isTotal ? 'bg-ink-3' : Number(to) > Number(from) ? 'bg-warn' : 'bg-ok';
  return (
    <span aria-hidden="true" className="relative block h-3 w-full">
      {least < 0 && <span className="absolute inset-y-0 w-px bg-edge" style={{ left: `${at(0)}%` }} />}
      <span
        className={clsx('absolute inset-y-0 rounded-1', tone)}
        style={{ left: `min(${at(left)}%, 100% - 2px)`, width: `max(2px, ${at(right) - at(left)}%)` }}
      />
    </span>
  );
}
