import type { FocusColumn } from '../core/focus/columns';
import { ABSENT } from './duckdb/expressions';
import { quote } from './duckdb/session';

/** Columns that name who did something. */
const persons: readonly FocusColumn[] = ['x_PrincipalId'];
/** Columns that are tags: some of their keys name persons. */
const tagged: readonly FocusColumn[] = ['Tags', 'AllocatedTags'];
/** Columns that hold other things and sometimes an e-mail address. */
const mixed: readonly FocusColumn[] = [
  'ResourceId',
  'ResourceName',
  'SubAccountId',
  'SubAccountName',
  'BillingAccountName',
  'ChargeDescription',
];

const word = '[-_. ]?';
/** Keys of tags whose values are persons, with the prefixes that providers put before a customer's keys. */
const personKeys = `(user:|user_|aws:|labels?/)?(user|users|user${word}(name|id|mail|e-?mail)|login|owners?|owner${word}(name|id|mail|e-?mail)|e-?mail|e-?mail${word}address|mail|creator|created${word}by|creator${word}(name|id|mail|e-?mail)|requester|requested${word}by|author|assignee|employee|employee${word}(name|id|mail)|person|contact|principal|principal${word}(name|id)|developer|responsible)`;
const eMail = `[^\\s"',;:<>|/@]+@[^\\s"',;:<>|/@]+[.][A-Za-z]{2,}`;

/** As in usage events: enough to tell people apart, and the same sixteen digits wherever the same person is named. */
const hashed = (sql: string) =>
  `case when starts_with(${sql}, 'person-') then ${sql} else 'person-' || left(sha256(lower(trim(${sql}))), 16) end`;

/** A text that is more than an address, without the addresses in it. */
const unnamed = (sql: string) => `regexp_replace(${sql}, ${quote(eMail)}, 'person', 'g')`;

/** The SQL of a column in which nobody is named any more. */
export function withoutPersons(column: FocusColumn, sql: string): string {
  if (sql === ABSENT) return sql;
  if (persons.includes(column)) return `case when (${sql}) is null then null else ${hashed(`(${sql})`)} end`;
  if (mixed.includes(column))
    return `case when regexp_full_match(trim(${sql}), ${quote(eMail)}) then ${hashed(`(${sql})`)} else ${unnamed(sql)} end`;
  if (!tagged.includes(column)) return sql;
  const isPerson = `e.value is not null and e.value <> '' and (regexp_full_match(lower(e.key), ${quote(personKeys)}) or regexp_matches(e.value, ${quote(eMail)}))`;
  const entries = `map_entries(try_cast(try_cast(${sql} as json) as map(varchar, varchar)))`;
  return `case when not coalesce(json_valid(${sql}) and starts_with(ltrim(${sql}), '{'), false) then ${unnamed(sql)}
    else to_json(map_from_entries(list_transform(${entries}, lambda e: struct_pack(k := e.key, v := case when ${isPerson} then ${hashed('e.value')} else e.value end))))::varchar end`;
}

/** The text of a row that was rejected: that there was an address is enough to know. */
export const withoutAddresses = (text: string): string => text.replace(/[^\s"',;:<>|@]+@[^\s"',;:<>|@]+\.[a-z]{2,}/gi, '(e-mail)');
