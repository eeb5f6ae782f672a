import { shortened } from '@/lib/core/text/shortened';

/** One quiet line: what of the address was not understood. The page shows its default in that place. */
export const NotUnderstood = ({ words }: { words: readonly string[] }) =>
  words.length === 0 ? null : (
    <p role="status" className="pb-3 text-13 text-ink-2 print:hidden">
      Not understood in the address:{' '}
      <span className="break-all font-mono text-12 text-ink">{words.map((word) => shortened(word, most)).join(', ')}</span>. The default is
      shown in its place.
    </p>
  );

/** Whatever stands in an address may be endless; its beginning says which word is meant. */
const most = 120;
