import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCostView } from '@/components/filters/cost-view';
import { askFaults } from '@/lib/core/explore/ask-faults';
import { ExploreQuery } from '@/lib/core/explore/explore-query';
import { writeFilter } from '@/lib/core/explore/filters';
import { rawOf } from '@/lib/core/input/address';
import { curlLine, shellQuoted } from './curl-line';

const hostile = [
  "it's",
  `'; echo broken; '`,
  '$(echo broken)',
  '`echo broken`',
  '"; echo broken; "',
  '$HOME $IFS $$ $1',
  'a\nb\r\nc\n',
  '\\',
  "\\'",
  '! ~ * ? [a] {b,c} #d & | > /tmp/x <',
  '%27%0a',
  'ø 🙂',
];

/** What a shell gives to a program that is called `curl`, word by word. */
function wordsInShell(line: string): string[] {
  const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${line}\n`;
  const { stdout, stderr, status } = spawnSync('sh', ['-c', script], {
    env: { ...process.env, HEADROOM_TOKEN: 'the token' },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\0').slice(0, -1);
}

test('a shell takes a quoted text as one word, and nothing in it for a command', () => {
  expect(wordsInShell(`curl ${hostile.map(shellQuoted).join(' ')}`)).toEqual(hostile);
  const text = fc.string({ unit: 'binary' }).filter((t) => !t.includes('\0') && t.isWellFormed());
  const quirks = fc.string({ unit: fc.constantFrom("'", '"', '\\', '$', '`', '\n', ' ', '(', ')', '!', 'x') });
  fc.assert(
    fc.property(fc.array(fc.oneof(text, quirks), { minLength: 20, maxLength: 40 }), (all) => {
      expect(wordsInShell(`curl ${all.map(shellQuoted).join(' ')}`)).toEqual(all);
    }),
    { numRuns: 10 }, // each starts a shell
  );
});

test('the call asks what is on screen, in words that the API knows, whatever the values of its filters are', () => {
  const f = hostile.map((value) => writeFilter({ dimension: 'tag:a:b', values: [value, 'x,y'], exclude: value.includes('$') }));
  const asked = { from: '2026-09-01', to: '2026-10-01', by: 'tag:team', by2: 'model', measure: 'billed', bin: 'week', compare: 'year' };
  const view = parseCostView({ ...asked, f, without: 'tax,credit', ccy: 'EUR', mark: 'lines', draw: 'EUR' });
  expect(view.f).toHaveLength(hostile.length);
  const [option, header, address = ''] = wordsInShell(curlLine(view, 'https://headroom.example'));
  expect([option, header]).toEqual(['-H', 'Authorization: Bearer the token']);
  const { origin, pathname, search } = new URL(address);
  expect(origin + pathname).toBe('https://headroom.example/api/v1/costs');
  const raw = rawOf(search);
  expect(askFaults(raw)).toEqual([]);
  const { tab: _, mark: __, sort: ___, forecast: ____, draw: _____, charge: ______, saved: _______, ...question } = view;
  expect(ExploreQuery.parse(raw)).toEqual(question);
});

test('a call is one line that people can read, and of charges it says nothing that groups them', () => {
  const view = parseCostView({ f: 'service:Amazon Bedrock,Vertex AI', by: 'model', tab: 'charges', page: '2' });
  expect(curlLine(view, 'http://localhost:3000')).toBe(
    `curl -H "Authorization: Bearer $HEADROOM_TOKEN" 'http://localhost:3000/api/v1/charges?measure=effective&period=mtd&f=service:Amazon+Bedrock,Vertex+AI&page=2'`,
  );
  expect(curlLine(parseCostView({ f: "team:o'b\nc" }), 'http://localhost:3000').split('\n')).toHaveLength(1);
});
