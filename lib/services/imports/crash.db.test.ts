import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Big from 'big.js';
import { describe, expect, test } from 'vitest';
import { writeFocusFile } from '../../../bench/focus-file';
import { costsByGroup } from '../../db/queries/costs-by-group';
import { query, sql } from '../../db/sql';
import { actorIn, makeOrganization, scratch } from '../../runtime/test-database';
import { importPath } from './import-path';

const root = path.resolve(import.meta.dirname, '../../..');
const KILLS = 20;
/** Of a machine that becomes quicker while it goes on, some are done before their moment comes. */
const MOST_TRIES = 50;

describe('kill -9 in the middle of an import', () => {
  test('leaves the old month or the new one, never anything else, and the next import works', async () => {
    const organization = await makeOrganization('Crash');
    const actor = actorIn(organization);
    const versions = [path.join(scratch, 'first.csv'), path.join(scratch, 'second.csv')] as [string, string];
    await writeFocusFile(versions[0], { rows: 60_000 });
    await writeFocusFile(versions[1], { rows: 59_000 });

    const shown = async () => {
      const [sum] = await costsByGroup(organization.id, { groupBy: [], from: '2000-01-01', to: '2100-01-01' });
      return sum ? `${new Big(sum.billed ?? 0).toFixed()} in ${sum.charges}` : 'nothing';
    };
    /** Resolves when the process has ended; true when it was left alive until then. */
    const run = (file: string, killAfterMs: number) =>
      new Promise<boolean>((resolve, reject) => {
        const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/main.ts', 'import', file, '--org', organization.slug], {
          cwd: root,
          env: process.env,
          stdio: 'ignore',
        });
        const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
        child.once('error', reject);
        child.once('exit', (_, signal) => {
          clearTimeout(timer);
          resolve(signal === null);
        });
      });

    const totals: string[] = [];
    let duration = Number.POSITIVE_INFINITY; // of the quicker one: later imports find their profiles there
    for (const version of versions) {
      const started = Date.now();
      expect(await run(version, 60_000)).toBe(true);
      duration = Math.min(duration, Date.now() - started);
      totals.push(await shown());
    }
    expect(new Set(totals).size).toBe(2);

    const moments: string[] = [];
    let killed = 0;
    for (let i = 0; i < MOST_TRIES && killed < KILLS; i++) {
      const current = totals.indexOf(await shown());
      const target = versions[current === 0 ? 1 : 0];
      // From the first statement to the last, a little more often towards the end, where it matters.
      const killAfterMs = duration * (0.3 + 0.7 * Math.sqrt(Math.random()));
      const started = Date.now();
      const survived = await run(target, killAfterMs);
      if (survived) duration = Math.min(duration, Date.now() - started);
      else killed++;
      const now = await shown();
      moments.push(`${survived ? 'done before' : 'killed at'} ${Math.round(killAfterMs)} of ${duration} ms: ${now}`);
      expect(totals, moments.join('\n')).toContain(now);
    }

    expect(killed, moments.join('\n')).toBe(KILLS);

    const current = totals.indexOf(await shown());
    const next = current === 0 ? 1 : 0;
    const last = await importPath(actor, versions[next], {});
    expect(last.outcome).toBe('imported');
    expect(await shown()).toBe(totals[next]);

    // What a killed import had copied is gone, once the server has noticed that nobody is there.
    const orphans = () =>
      query<{ n: number }>(
        organization.id,
        sql`select count(*)::int as n from charge c join load l on l.id = c.load_id where c.organization_id = ${organization.id} and l.status <> 'complete'`,
      );
    for (let i = 0; i < 50 && (await orphans())[0]?.n !== 0; i++) await sleep(100);
    expect(await orphans()).toEqual([{ n: 0 }]);
  }, 480_000);
});
