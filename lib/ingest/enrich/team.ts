/**
 * Tag keys that name a team, the first found wins. Exact words for a team stand before words that only imply one:
 * 1. team, team name, team id  2. owning team, owner team, team owner, responsible team  3. squad
 * 4. department, dept  5. cost center, cost centre.
 * Spelling does not matter: `Team-Name`, `team_name` and `user:teamName` are one key.
 */
const teamKeys: readonly string[] = [
  'team',
  'teamname',
  'teamid',
  'owningteam',
  'ownerteam',
  'teamowner',
  'responsibleteam',
  'squad',
  'squadname',
  'department',
  'departmentname',
  'dept',
  'costcenter',
  'costcentre',
];

/** The team a charge belongs to according to its tags, or null where no tag says so or the JSON cannot be read. */
export function teamOf(tagsJson: string | null): string | null {
  return tagOf(tagsJson, teamKeys);
}

/**
 * The value of the first of these tag keys that is present and not empty; case, dashes, underscores and blanks do not count, nor does a
 * prefix such as `user:` or `user_`. Tags the provider makes itself (`aws:…`) say nothing about the customer and are not read.
 */
export function tagOf(tagsJson: string | null, keys: readonly string[]): string | null {
  const tags = readTags(tagsJson);
  for (const key of keys) {
    const value = tags.get(plainKey(key));
    if (value !== undefined) return value;
  }
  return null;
}

const customerPrefix = /^(?:resource_?tags?[_/:.]+)?(?:user|tags?|labels?)[:_./]+/i;
const providerPrefix = /^(?:resource_?tags?[_/:.]+)?(?:aws|azure|goog|google|oracle|system)[:]/i;

function plainKey(key: string): string {
  // Oracle puts a namespace before a dot: Finance.Team.
  const own = key.trim().replace(customerPrefix, '');
  return own
    .slice(own.lastIndexOf('.') + 1)
    .replace(/[\s_:/-]+/g, '')
    .toLowerCase();
}

function readTags(tagsJson: string | null): Map<string, string> {
  const tags = new Map<string, string>();
  for (const [key, value] of entriesOf(parse(tagsJson))) {
    if (providerPrefix.test(key.trim())) continue;
    const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
    const plain = plainKey(key);
    if (text !== '' && !tags.has(plain)) tags.set(plain, text);
  }
  return tags;
}

function parse(tagsJson: string | null): unknown {
  const text = tagsJson?.trim() ?? '';
  if (text === '') return null;
  try {
    // Some Azure versions leave the outer braces away (azure §3).
    return JSON.parse(text.startsWith('"') ? `{${text}}` : text);
  } catch {
    return null;
  }
}

function entriesOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap(pairOf);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** Google delivers labels as a list of key and value. */
function pairOf(item: unknown): [string, unknown][] {
  if (typeof item !== 'object' || item === null) return [];
  const pair = new Map(Object.entries(item).map(([key, value]) => [key.toLowerCase(), value as unknown]));
  const key = pair.get('key');
  return typeof key === 'string' ? [[key, pair.get('value')]] : [];
}
