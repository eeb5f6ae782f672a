import { expect, test } from 'vitest';
import { readSynonyms, textOf } from './synonyms-text';

test('a text of synonyms is read back the same, and lines of one key are one list', () => {
  const synonyms = { team: ['squad', 'owner'], env: ['stage'] };
  expect(readSynonyms(textOf(synonyms))).toEqual(synonyms);
  expect(readSynonyms('\nteam = crew , gang\n\n Team= gang, squad\n')).toEqual({ team: ['crew', 'gang', 'squad'] });
  expect(readSynonyms(' \n')).toEqual({});
});

test.each(['team: squad, owner', 'env stage', 'team =', '= squad', 'team = ,'])('%s is refused with its line', (line) => {
  expect(() => readSynonyms(`a = b\n${line}`)).toThrow(`Line 2 cannot be read: “${line}”.`);
});
