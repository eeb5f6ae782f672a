import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rawOf } from '../input/address';
import { keptAddress, notUnderstood } from './cost-address';
import { viewAddressFault } from './view-address';
import { ViewDraft } from './view-draft';

test.each([
  ['/costs?period=30d&by=model&by2=region&f=provider:azure,aws&f=-team:(none)&mark=area&forecast=1&tab=charges&draw=EUR'],
  ['by=tag:a%23b&without=tax'],
  ['?by=model'],
  ['/costs'],
  ['costs?by=model'],
  [''],
])('%s is kept as it is meant', (text) => {
  expect(viewAddressFault(text)).toBeNull();
  const said = [...new URLSearchParams(text.replace(/^[^?]*\?|^\/costs$/, ''))].sort();
  expect([...new URLSearchParams(ViewDraft.parse({ name: 'a', address: text }).address)].sort()).toEqual(said);
});

test('what was open in a view is no part of its question', () => {
  const charge = '1.2.3f2c8a1e-0000-4000-8000-000000000000';
  expect(ViewDraft.parse({ name: 'a', address: ` /costs?by=model&page=7&view=12&charge=${charge}\n` }).address).toBe('by=model');
});

test.each([
  [
    'https://elsewhere.example/costs?by=model',
    '"https://elsewhere.example" is not kept: a view is an address of Costs in this installation.',
  ],
  ['//elsewhere.example/costs?by=model', '"//elsewhere.example" is not kept'],
  ['\\\\elsewhere.example\\costs', 'is not kept'],
  ['javascript:alert(1)', '"javascript:" is not kept'],
  ['/models?by=model', '"/models" is no address of Costs. A view is written like /costs?by=model.'],
  ['/costs/../settings', 'is no address of Costs'],
  ['/costs?messure=list', 'messure: It is not known here. Did you mean measure?'],
  ['/costs?by=servce', 'by: "servce" is no dimension. Did you mean service?'],
  ['/costs?mark=lins', 'mark: "lins" is not known here. Did you mean lines? There are: bars,'],
  ['/costs?forecast=yes', 'forecast: "yes" is not known here. There is: 1.'],
  ['/costs?draw=%3Cscript%3E', '"draw=<script>" is not understood.'],
  ['/costs?view=table', '"view=table" is not understood.'],
  ['/costs?f=team', 'f: "team" names a dimension and no value.'],
  ['/costs?by=model&by=team', 'by: It stands in the address more than once.'],
  ['/costs?period=30d&from=2026-09-01&to=2026-10-01', 'period: Ask for a named period, or for from and to, not for both.'],
  ['/costs?from=2026-09-31&to=2026-10-02', 'from: 2026-09-31 is no day of the calendar.'],
  ['/costs?by=model#top', '"#top" is no part of a question'],
  ['/costs?__proto__=1', '__proto__: It is not known here.'],
  ['/costs?f=team:a%00b', 'It holds the character NUL'],
  ['modle', 'modle: It is not known here.'],
])('%s is refused, and why', (text, words) => {
  expect(viewAddressFault(text)).toContain(words);
  expect(ViewDraft.safeParse({ name: 'a', address: text }).error?.issues[0]?.message).toContain(words);
});

test('whatever is kept can be kept again, and nothing is left of what is not refused', () => {
  const word = fc.oneof(fc.constantFrom('model', 'none', 'tag:env', '30d', '2026-09-01', 'team:a', 'bars', '1', 'EUR', 'x'), fc.string());
  const key = fc.oneof(fc.constantFrom('by', 'by2', 'period', 'from', 'to', 'f', 'mark', 'forecast', 'draw', 'ccy', 'bin'), fc.string());
  fc.assert(
    fc.property(fc.array(fc.tuple(key, word), { maxLength: 4 }), (pairs) => {
      const text = `/costs?${new URLSearchParams(pairs)}`;
      const kept = keptAddress(text);
      expect(viewAddressFault(kept)).toBeNull();
      expect(keptAddress(kept)).toBe(kept);
      if (viewAddressFault(text) === null) expect(notUnderstood(rawOf(text.slice(7)))).toEqual([]);
    }),
  );
});
