import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Big from 'big.js';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../core/time/days';
import { addTokens, emptyResult, MoneySums, type TokenSummary } from '../../core/usage/summary';
import { readEvents } from './read-events';
import type { EventChoices } from './types';

// Real exports of usage with the figures they must give. They are not ours to publish, so they lie beside the project where they are at hand.
const folder = path.resolve(import.meta.dirname, '../../../../shared/real');
const present = fs.existsSync(path.join(folder, 'manifest.json'));
if (!present) console.log('real-files.test.ts: no folder ../shared/real beside the project; these tests are skipped.');

interface Entry {
  path: string;
  kind: string;
  rows: number;
  expect: {
    acceptedRows: number;
    rejectedRows: number;
    skippedRows?: number;
    tokens?: Partial<TokenSummary>;
    quantities?: Record<string, number>;
    estimated?: { currency: string; amount: string }[];
    from?: string;
    to?: string;
    needs?: string[];
  };
}

const entries: Entry[] = present
  ? (JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8')).files as Entry[]).filter((f) => f.kind === 'usage')
  : [];
const needsStart = (e: Entry) => e.expect.needs?.includes('start date') ?? false;

/** What a file gives, as an import sums it. */
async function sumsOf(file: string, choices: EventChoices = {}) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-real-events-'));
  const { tokens } = emptyResult('');
  const estimated = new MoneySums();
  const sums = { accepted: 0, rejected: 0, skipped: 0, tokens, quantities: {} as Record<string, number>, days: [] as string[], text: '' };
  try {
    for await (const batch of readEvents(path.join(folder, file), path.basename(file), scratch, choices)) {
      sums.accepted += batch.events.length;
      sums.rejected += batch.rejects.length;
      sums.skipped += batch.skipped;
      for (const [name, n] of Object.entries(batch.quantities)) sums.quantities[name] = (sums.quantities[name] ?? 0) + n;
      for (const event of batch.events) {
        addTokens(tokens, event);
        sums.days.push(event.at.slice(0, 10));
        if (event.estimate) estimated.add(event.estimate.currency, event.estimate.amount);
      }
      sums.text += JSON.stringify(batch.events.slice(0, 100));
    }
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
  return { ...sums, estimated: estimated.list(), days: sums.days.sort() };
}

describe.skipIf(!present)('real exports of usage', () => {
  test.each(entries.map((e) => [e.path, e] as const))('%s gives the figures it must give', async (_, entry) => {
    const wanted = entry.expect;
    const found = await sumsOf(entry.path, needsStart(entry) ? { startDate: '2026-11-01' } : {});
    expect({ accepted: found.accepted, rejected: found.rejected }).toEqual({
      accepted: wanted.acceptedRows,
      rejected: wanted.rejectedRows,
    });
    expect(found.accepted + found.rejected + found.skipped).toBe(entry.rows);
    if (wanted.skippedRows !== undefined) expect(found.skipped).toBe(wanted.skippedRows);
    expect(found.tokens).toMatchObject(wanted.tokens ?? { input: 0, output: 0 });
    expect(found.quantities).toMatchObject(wanted.quantities ?? {});
    const plain = (list: Entry['expect']['estimated'] = []) => list.map((e) => ({ ...e, amount: new Big(e.amount).toFixed() }));
    expect(plain(found.estimated)).toEqual(plain(wanted.estimated));
    if (wanted.from) expect(found.days[0]).toBe(wanted.from);
    if (wanted.to) expect(addDays(found.days.at(-1) ?? '', 1)).toBe(wanted.to);
    expect(found.text).not.toMatch(/SECRET|@[\w-]+\.[a-z]{2,}"/);
  });

  test.each(entries.filter(needsStart).map((e) => e.path))('%s is refused until its first day is said', async (file) => {
    await expect(sumsOf(file)).rejects.toThrow(/--start-date/);
  });
});
