import Link from 'next/link';
import type { BeforeSplit, SharedOut } from '@/lib/core/allocation/before-split';
import type { Range } from '@/lib/core/time/period';
import { Money } from '../figures/money';
import { Name } from '../figures/name';

/** Under costs by an allocation: which of them others carry, how much that is, and where it is split. */
export function BeforeSplitNote({ before, period, basis }: { before: BeforeSplit; period: Range; basis: 'effective' | 'billed' }) {
  const address = new URLSearchParams({ ...period, dimension: before.dimension, ...(basis === 'billed' && { basis }) });
  const showback = (
    <Link href={`/allocation?${address}`} className="link">
      Showback
    </Link>
  );
  return (
    <p className="border-line border-t py-3 text-13 text-ink-2">
      Before shared costs are split:{' '}
      {before.values.length === 0 ? (
        <>{showback} has them with whoever carries them.</>
      ) : (
        <>
          {before.values.map((v, i) => (
            <span key={`${v.value} ${v.currency}`}>
              {i > 0 && (i === before.values.length - 1 ? ' and ' : ', ')}
              <What {...v} />
            </span>
          ))}{' '}
          {before.values.length === 1 ? 'is' : 'are'} carried by others in {showback}.
        </>
      )}
    </p>
  );
}

function What({ value, currency, amount, isPartly }: SharedOut) {
  return (
    <>
      {amount !== null && (
        <>
          <Money amount={amount} currency={currency} /> of{' '}
        </>
      )}
      <Name>{value}</Name>
      {isPartly && ' (in some of these months)'}
    </>
  );
}
