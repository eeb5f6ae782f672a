import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { jsonRows } from './json-rows';

/** The rows of a text: number of the record, its line, its cells by name. */
async function rowsOf(text: string) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-json-rows-'));
  try {
    const file = path.join(folder, 'a.json');
    fs.writeFileSync(file, text);
    const made = await jsonRows({ path: file, name: 'a.json', kind: 'text' }, path.join(folder, 'rows'));
    const rows = fs
      .readFileSync(made.path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((l) => JSON.parse(l) as (string | null)[])
      .map(([record, line, ...cells]) => ({ record, line, ...Object.fromEntries(made.written.map((w, i) => [w, cells[i] ?? null])) }));
    return { ...made, rows };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

test('records are told whole and in parts, empty ones as nothing', async () => {
  const { rows } = await rowsOf('{"a": {"b": {"c": 1}, "d": []}, "e": "", "f": false}');
  expect(rows).toEqual([
    { record: '1', line: '1', a: '{"b":{"c":1},"d":[]}', 'a.b': '{"c":1}', 'a.b.c': '1', 'a.d': null, e: null, f: 'false' },
  ]);
});

test.each(['0.1234567890123456789012345', '2.5000000000000001', '123456789012345678901234567890', '0.30000000000000004', '1234567.25'])(
  '%s keeps its digits, alone and in a list',
  async (number) => {
    const { rows } = await rowsOf(`{"cost": ${number}, "credits": [{"amount": -${number}}]}`);
    expect(rows[0]).toMatchObject({ cost: number });
    expect(JSON.stringify(rows[0])).toContain(`-${number}`);
  },
);

test('columns that come later are empty before', async () => {
  const { rows, isOnePerLine } = await rowsOf('{"a":1}\n\n{"b":2,"a":3}\n');
  expect(isOnePerLine).toBe(true);
  expect(rows).toEqual([
    { record: '1', line: '1', a: '1', b: null },
    { record: '2', line: '3', a: '3', b: '2' },
  ]);
});

test('charges under a name share what stands beside them', async () => {
  const { rows } = await rowsOf('{"organization": "acme", "usageItems": [{"sku": "x"}, {"sku": "y", "organization": "own"}]}');
  expect(rows.map((r) => [r.record, 'sku' in r && r.sku, 'organization' in r && r.organization])).toEqual([
    ['1', 'x', 'acme'],
    ['2', 'y', 'own'],
  ]);
});

test('what is no record is told with its line, unless it is the first', async () => {
  const { rejects, rejected } = await rowsOf('{"a":1}\n{"a":\n{"a":2}\n');
  expect(rejected).toBe(1);
  expect(rejects[0]).toMatchObject({ line: 2, original: '{"a":' });
  await expect(rowsOf('{"a": nothing}')).rejects.toThrow(/a\.json is no valid JSON: line 1/);
});
