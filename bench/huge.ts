// `npm run bench:huge`: one file of ten million rows beside one of a million, each imported by a process of its own: is the speed the same, is the memory?
// `-- --rows 2000000` for a shorter run. Needs some 25 GB of disk.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeFocusFile } from './focus-file';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '10000000' }, of: { type: 'string', default: '1000000' } } });
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-huge-'));

try {
  const lines: { rows: number; gigabytes: number; seconds: number; megabytes: number }[] = [];
  for (const [i, rows] of [Number(values.of), Number(values.rows)].entries()) {
    const file = path.join(folder, `focus-${rows}.csv`);
    await writeFocusFile(file, { rows, month: `202${4 + i}-01-01` });
    const gigabytes = fs.statSync(file).size / 1e9;
    const args = ['--import', 'tsx', path.join(import.meta.dirname, 'import-once.ts'), file];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const line = stdout.trim().split('\n').at(-1) ?? '';
    const result = line.startsWith('{') ? JSON.parse(line) : null;
    if (result?.outcome !== 'imported' || result.rows !== rows) throw new Error(`the import failed: ${line} ${stderr}`);
    lines.push({ rows, gigabytes, seconds: result.seconds, megabytes: result.megabytes });
    fs.rmSync(file);
  }
  console.log('| rows in one file | GB | s | rows/s | peak MB |\n|---|---|---|---|---|');
  for (const l of lines)
    console.log(
      `| ${l.rows.toLocaleString('en')} | ${l.gigabytes.toFixed(2)} | ${l.seconds.toFixed(1)} | ${Math.round(l.rows / l.seconds).toLocaleString('en')} | ${l.megabytes} |`,
    );
  const [one, many] = lines;
  if (one && many)
    console.log(
      `\nSpeed of the large one: ${(many.rows / many.seconds / (one.rows / one.seconds)).toFixed(2)}x; memory ${(many.megabytes / one.megabytes).toFixed(2)}x.`,
    );
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
