import { isNobody } from '../../core/allocation/nobody';
import { plainKey, readTags } from '../../core/allocation/tags';

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
  const team = tagOf(tagsJson, teamKeys);
  return team === null || isNobody(team) ? null : team;
}

/**
 * The value of the first of these tag keys that is present and not empty; case, dashes, underscores and blanks do not count, nor does a
 * prefix such as `user:` or `user_`. Tags the provider makes itself (`aws:…`) say nothing about the customer and are not read.
 */
export function tagOf(tagsJson: string | null, keys: readonly string[]): string | null {
  const tags = readTags(tagsJson);
  for (const key of keys) {
    const value = tags.get(plainKey(key));
    if (value !== undefined && !isSwitch(value)) return value;
  }
  return null;
}

/** A tag that is only a key has the value `true`: that names nobody. */
const isSwitch = (value: string) => value === 'true' || value === 'false';
