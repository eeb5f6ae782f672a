import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tagOf, teamOf } from './team';

test.each([
  ['{"team":"search"}'],
  ['{"Team-Name":"search"}'],
  ['{"team_name":"search"}'],
  ['{"user:Team":"search"}'],
  ['{"user_team":"search"}'],
  ['{"resourceTags/user:Team":"search"}'],
  ['{"Finance.Team":"search"}'],
  ['{"owningTeam":"search"}'],
  ['{"Squad":" search "}'],
  ['{"cost-centre":"search"}'],
  ['"env": "prod","team": "search"'],
  ['[{"key":"team","value":"search"}]'],
])('%s names the team', (tags) => {
  expect(teamOf(tags)).toBe('search');
});

test('nobody is no team', () => {
  expect(teamOf('{"team":"(Unallocated)"}')).toBeNull();
});

test('a team goes before a squad, a squad before a department, a department before a cost centre', () => {
  const tags = { CostCenter: '4711', dept: 'it', squad: 's', team: 't' };
  expect(teamOf(JSON.stringify(tags))).toBe('t');
  expect(teamOf(JSON.stringify({ ...tags, team: '' }))).toBe('s');
  expect(teamOf('{"CostCenter":4711,"dept":"it"}')).toBe('it');
  expect(teamOf('{"CostCenter":4711,"Owner":"team-a"}')).toBe('4711');
});

test.each([
  [null],
  [''],
  ['{}'],
  ['{"team":'],
  ['null'],
  ['[1]'],
  ['{"team":true}'],
  ['{"aws:team":"x"}'],
  ['{"constructor":"x"}'],
  ['{"env":"prod"}'],
])('%s names no team', (tags) => {
  expect(teamOf(tags)).toBeNull();
});

test('any other tag is found the same way', () => {
  expect(tagOf('{"user:Cost_Center":"9"}', ['environment', 'costCenter'])).toBe('9');
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (tags) => teamOf(tags) === null || teamOf(tags) !== ''));
});
