import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readEvents } from '../../events/read-events';

const file = path.join(import.meta.dirname, 'fixtures/activity.csv');

test('the bill is also read as usage events, through their own door', async () => {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-openrouter-'));
  const events = [];
  try {
    for await (const batch of readEvents(file, 'activity.csv', scratch, {})) events.push(...batch.events);
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
  expect(events.map((e) => [e.model, e.requests, e.tokens.input, e.estimate?.amount])).toEqual([
    ['claude-opus-4-7', 41, 70965, '4.3000000000000001'],
    ['gemini-2.5-pro', 4, 87, '0.7'],
  ]);
});
