import fs from 'node:fs';
import path from 'node:path';
import { env } from '../../env';
import type { Reject } from '../../ingest/rejects';

export const rejectFile = (importId: number): string => path.join(env().HEADROOM_HOME, 'rejects', `import-${Math.trunc(importId)}.csv`);

/** A cell that a spreadsheet would run as a formula is made text. */
const cell = (value: string): string => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** The rows that were not kept: where, why, and as they were written, to be mended and uploaded again. */
export async function writeRejects(file: string, rejects: readonly Reject[]): Promise<void> {
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  const lines = rejects.map((r) => [String(r.line), r.column ?? '', r.reason, r.original].map(cell).join(','));
  await fs.promises.writeFile(file, `line,column,reason,original\n${lines.join('\n')}\n`, { mode: 0o600 });
}
