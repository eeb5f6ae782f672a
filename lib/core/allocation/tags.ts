import { tagEntries } from '../ledger/tags';

const customerPrefix = /^(?:resource_?tags?[_/:.]+)?(?:user|tags?|labels?)[:_./]+/i;
const providerPrefix = /^(?:resource_?tags?[_/:.]+)?(?:aws|azure|goog|google|oracle|system)[:]/i;

/** `Team-Name`, `team_name`, `user:teamName` and Oracle's `Finance.TeamName` are one key. */
export function plainKey(key: string): string {
  // Oracle puts a namespace before a dot: Finance.Team.
  const own = key.trim().replace(customerPrefix, '');
  return own
    .slice(own.lastIndexOf('.') + 1)
    .replace(/[\s_:/-]+/g, '')
    .toLowerCase();
}

/** The customer's tags by their plain keys, the first of each; those a provider makes itself (`aws:…`) are left out. Empty where the JSON cannot be read. */
export function readTags(tagsJson: string | null): Map<string, string> {
  const tags = new Map<string, string>();
  for (const [key, value] of tagEntries(tagsJson)) {
    if (providerPrefix.test(key)) continue;
    const plain = plainKey(key);
    if (!tags.has(plain)) tags.set(plain, value);
  }
  return tags;
}
