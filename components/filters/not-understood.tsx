/** One quiet line: what of the address was not understood. The page shows its default in that place. */
export const NotUnderstood = ({ words }: { words: readonly string[] }) =>
  words.length === 0 ? null : (
    <p role="status" className="pb-3 text-13 text-ink-2 print:hidden">
      Not understood in the address: <span className="break-all font-mono text-12 text-ink">{words.map(shortened).join(', ')}</span>. The
      default is shown in its place.
    </p>
  );

const most = 120;
/** Whatever stands in an address may be endless; its beginning says which word is meant. */
const shortened = (word: string) => (word.length > most ? `${word.slice(0, most).toWellFormed()}…` : word);
