import { shortened } from './shortened';

const SHOWN = 6;
const LONGEST = 60;

/** The first of what a file calls its columns or fields, for a sentence: what is long is cut, what is many is told by "…". */
export function someNames(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map((name) => shortened(name, LONGEST));
  return [...shown, ...(names.length > SHOWN ? ['…'] : [])].join(', ');
}
