import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { query, sql } from '../../db/sql';
import { makeActor } from '../../runtime/test-database';
import { importEvents } from './import-events';
import { pushTraces } from './push-events';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-restated-'));
const page = (input: number) => {
  const start = Date.UTC(2026, 10, 2) / 1000;
  const result = {
    object: 'organization.usage.completions.result',
    input_tokens: input,
    output_tokens: 10,
    num_model_requests: 2,
    model: 'gpt-4o',
    project_id: 'p',
  };
  const file = path.join(folder, `usage-${input}.json`);
  fs.writeFileSync(
    file,
    JSON.stringify({
      object: 'page',
      data: [{ object: 'bucket', start_time: start, end_time: start + 86_400, results: [result] }],
      has_more: false,
    }),
  );
  return file;
};

test('a bucket of a usage API takes its newest figures', async () => {
  const actor = await makeActor('editor');
  await importEvents(actor, page(1000));
  expect(await importEvents(actor, page(5000))).toMatchObject({ events: 1, duplicates: 0 });
  const found = await query(
    actor.organizationId,
    sql`select sum(input)::text as input, sum(events)::text as events from usage_hourly where organization_id = ${actor.organizationId}`,
  );
  expect(found).toEqual([{ input: '5000', events: '1' }]);
});

test('a span that cannot be read is refused by itself, the others land', async () => {
  const actor = await makeActor('editor');
  const span = (spanId: string, tokens: string) => ({
    ...{ traceId: 'a'.repeat(32), spanId, startTimeUnixNano: '1793500000000000000' },
    attributes: [
      { key: 'gen_ai.operation.name', value: { stringValue: 'chat' } },
      { key: 'gen_ai.usage.input_tokens', value: { stringValue: tokens } },
    ],
  });
  const json = { resourceSpans: [{ scopeSpans: [{ spans: [span('b'.repeat(16), '5'), span('c'.repeat(16), '-5'), span('zz', '5')] }] }] };
  const result = await pushTraces(actor, { json });
  expect(result).toMatchObject({ accepted: 1 });
  expect(result.rejected.map((r) => r.field).sort()).toEqual(['gen_ai.usage.input_tokens', 'spanId']);
});
