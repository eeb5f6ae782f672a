import { test } from 'vitest';
import { makeActor } from '../../runtime/test-database';
import { importPath } from '../../services/imports/import-path';
test('speed', async () => {
  for (const f of ['/tmp/big.jsonl','/tmp/big.csv']) { const t = Date.now(); const r = await importPath(await makeActor(), f, {}); console.log(f, Date.now() - t, 'ms', r.outcome, r.rows, JSON.stringify(r.billed), process.memoryUsage().rss / 1e6); }
}, 600000);
