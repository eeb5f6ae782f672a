/** What can be found by its name, in the order in which it is listed. */
export const foundKinds = {
  view: 'View',
  dashboard: 'Dashboard',
  budget: 'Budget',
  agreement: 'Agreement',
  model: 'Model',
  team: 'Team',
  service: 'Service',
  'sub-account': 'Account',
} as const;
export type FoundKind = keyof typeof foundKinds;

export interface Found {
  kind: FoundKind;
  name: string;
  /** The page that shows it. */
  href: string;
}

const folded = (text: string): string => text.toLocaleLowerCase('en');

/** The best of a list for what was typed: each word stands somewhere in the name; names that begin with it come first, then the shorter ones. */
export function bestNamed<T extends { name: string }>(list: readonly T[], typed: string, most: number): T[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const rank = (name: string) => (folded(name).startsWith(folded(typed.trim())) ? 0 : 1);
  return list
    .filter(({ name }) => words.every((word) => folded(name).includes(word)))
    .sort((a, b) => rank(a.name) - rank(b.name) || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, most);
}
