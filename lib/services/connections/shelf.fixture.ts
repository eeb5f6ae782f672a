// A provider whose exports a test lays down, for tests of what is pulled from it.
import fs from 'node:fs';
import path from 'node:path';
import Big from 'big.js';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { z } from 'zod';
import { ConnectionFailure, type ConnectionKind, type Delivery, defineConnection, type Outside } from '../../connections/types';
import type { Actor } from '../../core/access/actor';
import { prisma } from '../../db/client';
import { makeActor } from '../../runtime/test-database';
import { queryCosts } from '../costs/query-costs';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { getConnection } from './list-connections';
import { askForPull, createConnection } from './manage-connections';
import { pullDue } from './pull-due';

export const SECRET = 'tOp/S3cret+key=';

/** What the other side has, and how it behaves. */
interface Export extends Partial<Delivery> {
  key: string;
  files: Record<string, string>;
  /** Its fetch fails at this file, once. */
  failsAt?: string;
}
/** The other side, and who asks it: made anew for each test. */
export const side = {
  actor: undefined as unknown as Actor,
  exports: [] as Export[],
  fetched: [] as string[],
  windows: [] as { from: string; until: string }[],
  listing: (() => {}) as () => void | Promise<void>,
  seen: null as Outside | null,
  said: [] as string[],
};

/** A place of exports as a provider would have it, whose exports the test writes. */
export const shelf: ConnectionKind = defineConnection({
  kind: 'shelf',
  title: 'Shelf',
  about: 'Exports that a test lays down.',
  group: 'api',
  fields: [
    { name: 'endpoint', label: 'Address', hint: 'https://shelf.example', isSecret: false, isRequired: true },
    { name: 'prefix', label: 'Prefix', hint: '', isSecret: false, isRequired: false },
    { name: 'key', label: 'Key', hint: '', isSecret: true, isRequired: true },
    { name: 'token', label: 'Token', hint: '', isSecret: true, isRequired: false },
  ],
  config: z.object({ endpoint: z.url('is no address'), prefix: z.string().optional() }),
  secret: z.object({ key: z.string().min(8, 'has fewer than 8 characters'), token: z.string().optional() }),
  test: async ({ config, secret }) => {
    if (secret.key !== SECRET) throw new ConnectionFailure(`The key ${secret.key} opens nothing.`, true);
    return `Reached ${config.endpoint} with ${secret.key}.`;
  },
  async *deliveries({ secret, outside }, window) {
    side.seen = outside;
    side.windows.push(window);
    if (secret.key !== SECRET) throw new ConnectionFailure(`403: ${secret.key} opens nothing.`, true);
    await side.listing();
    for (const { files: _, failsAt: __, ...e } of side.exports)
      yield { version: 'v1', title: e.key, period: null, brings: 'bill' as const, waitsFor: null, ...e };
  },
  fetch: async ({ outside }, delivery, folder, note) => {
    const e = side.exports.find((x) => x.key === delivery.key);
    const names: string[] = [];
    for (const [name, content] of Object.entries(e?.files ?? {})) {
      outside.signal.throwIfAborted();
      names.push(name);
      note(`Fetching ${name}`);
      if (fs.existsSync(path.join(folder, name))) continue;
      if (e?.failsAt === name) {
        delete e.failsAt;
        throw new ConnectionFailure(`The connection broke at ${name}.`);
      }
      side.fetched.push(name);
      fs.writeFileSync(path.join(folder, name), content);
    }
    return names;
  },
}) as unknown as ConnectionKind;
export const kinds = [shelf];

/** Before each test a new organisation and an empty shelf; after it, that no word that was printed holds the secret. */
export function atShelf(): void {
  beforeEach(async () => {
    Object.assign(side, {
      actor: await makeActor('admin'),
      exports: [],
      fetched: [],
      windows: [],
      listing: () => {},
      seen: null,
      said: [],
    });
    vi.spyOn(console, 'error').mockImplementation((...words) => side.said.push(words.join(' ')));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    expect(side.said.join('\n')).not.toContain(SECRET);
    await prisma().connection.deleteMany({ where: { organizationId: side.actor.organizationId } });
  });
}

export const stop = new AbortController();
export const pullNow = (signal = stop.signal) => pullDue({ signal, kinds });
export const draft = {
  name: 'Bills',
  kind: 'shelf',
  config: { endpoint: 'https://shelf.example', prefix: '' },
  secret: { key: SECRET, token: '' },
};
export const make = (more: object = {}) => createConnection(side.actor, { ...draft, ...more }, new Date(), kinds);
export const detail = (id: number) => getConnection(side.actor, id, new Date(), kinds);
export const again = (id: number) => askForPull(side.actor, id, {}, new Date());
export const bill = (month: string, ...costs: string[]) =>
  focusFile(
    costs.map((BilledCost, i) =>
      focusRow({
        BilledCost,
        EffectiveCost: BilledCost,
        BillingPeriodStart: `${month}-01T00:00:00Z`,
        ChargePeriodStart: `${month}-0${i + 1}T00:00:00Z`,
        ChargePeriodEnd: `${month}-0${i + 2}T00:00:00Z`,
      }),
    ),
  );
export async function billed(): Promise<string> {
  const months = await queryCosts(side.actor, { groupBy: ['month'], from: '2026-01-01', to: '2027-01-01' });
  return months.reduce((sum, m) => sum.plus(m.billed ?? 0), new Big(0)).toFixed();
}
