import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { jsonElements } from './json-elements';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-json-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function elementsOf(content: string | Buffer): Promise<{ line: number; text: string }[]> {
  const file = path.join(folder, 'a.json');
  fs.writeFileSync(file, content);
  const found = [];
  for await (const some of jsonElements(file, 'a.json')) found.push(...some);
  return found;
}
const valuesOf = async (content: string | Buffer) => (await elementsOf(content)).map((e): unknown => JSON.parse(e.text));

const [a, b] = [{ id: 'a', text: 'so "} ], [{" it \\ goes', deep: [{ x: [1] }] }, { id: 'b' }];

describe('the objects of', () => {
  test.each([
    ['a list', JSON.stringify([a, b])],
    ['a list over many lines', JSON.stringify([a, b], null, 2)],
    ['lines', `${JSON.stringify(a)}\n${JSON.stringify(b)}\n`],
    ['lines with empty ones, carriage returns and no end', `${JSON.stringify(a)}\r\n\r\n${JSON.stringify(b)}`],
    ['documents over many lines', `${JSON.stringify(a, null, 2)}\n${JSON.stringify(b, null, 2)}\n`],
    ['documents one behind the other', `${JSON.stringify(a)} ${JSON.stringify(b)}`],
    ['a file with a byte order mark', `\ufeff${JSON.stringify([a, b])}`],
    ['lines with a byte order mark', `\ufeff${JSON.stringify(a)}\n${JSON.stringify(b)}`],
  ])('%s', async (_, content) => expect(await valuesOf(content)).toEqual([a, b]));

  test('one object', async () => expect(await valuesOf(JSON.stringify(a, null, 2))).toEqual([a]));
  test('an empty list', async () => expect(await valuesOf('[]')).toEqual([]));
});

test('each tells the line on which it begins', async () => {
  expect((await elementsOf('[\n{"a":1},\n\n{"b":\n2}\n]')).map((e) => e.line)).toEqual([2, 4]);
  expect((await elementsOf('{"a":1}\n\n{"b":2}\n')).map((e) => e.line)).toEqual([1, 3]);
});

test('what is no object is not lost silently', async () => {
  expect(await valuesOf('[{"id":"b"}, null, "x", [{"id":"c"}], {"id":"b"}]')).toEqual([b, null, null, null, b]);
});

test.each(['[{"a":1},{"b":', '{"a":"x', '[{"a":1}', '{"a":{"b":1}\n'])('a file that is cut off is refused: %s', (content) =>
  expect(elementsOf(content)).rejects.toThrow(/It may be cut off/),
);

test.each(['[', '{'])('letters of several bytes survive the borders of what is read at once, in %s', async (kind) => {
  const long = { id: 'long', text: `${'x'.repeat(4 * 1024 ** 2 - 20)}${'€'.repeat(40)}"{` };
  const content = kind === '[' ? JSON.stringify([b, long, a]) : [b, long, a].map((o) => JSON.stringify(o)).join('\n');
  for (const shift of ['', ' ', '  ']) expect(await valuesOf(`${shift && kind === '[' ? shift : ''}${content}`)).toEqual([b, long, a]);
});
