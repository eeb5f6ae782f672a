import fs from 'node:fs';
import path from 'node:path';
import type { Delivery } from '../../connections/types';
import type { Actor } from '../../core/access/actor';
import { visible } from '../../core/text/visible';
import { monthStart } from '../../core/time/days';
import { choicesOfConnection } from '../../db/records/connection-runs';
import { discardRefused } from '../../db/records/imports';
import type { Choices } from '../../ingest/providers/provider';
import { importEvents } from '../events/import-events';
import { mergeChoices } from '../imports/choices';
import { importFiles } from '../imports/import-path';
import { settleFolder } from './folders';

/** What became of a delivery once its files were there. */
export interface Settled {
  status: 'loaded' | 'unchanged' | 'refused';
  reason: string | null;
  importId?: number | undefined;
  /** First day of the month that it bills, where its files say it. */
  period?: string | undefined;
}

interface Load {
  delivery: Delivery;
  /** Where its files lie, by these names and in this order. */
  folder: string;
  names: readonly string[];
  connection: { id: number; name: string; hashPersons: boolean };
}

/** The files of a delivery as one load: all of it counts, or nothing. */
export async function loadDelivery(actor: Actor, { delivery, folder, names, connection }: Load): Promise<Settled> {
  if (names.length === 0) return { status: 'unchanged', reason: 'There is nothing in it.' };
  const bytes = await settleFolder(folder, names);
  const [only] = names.length === 1 ? names : [];
  const at = only === undefined ? folder : path.join(folder, only);
  if (delivery.brings === 'events') return eventsOf(actor, at, { delivery, connection });
  const said = {
    source: connection.name,
    ...(delivery.account && { account: delivery.account }),
    ...(connection.hashPersons && { people: 'hash' as const }),
  };
  const files = { path: at, name: visible(delivery.title), bytes, connectionId: connection.id };
  let done = await importFiles(actor, { ...files, choices: said });
  const { choice } = done.result;
  if (done.result.outcome === 'refused' && choice) {
    // what a person has said once for a file of this connection, they need not say for the next
    const before = await choicesOfConnection(actor.organizationId, connection.id, choice);
    if (before) {
      await discardRefused(actor.organizationId, done.importId);
      const choices = mergeChoices({ [choice]: before[choice] }, said) as Choices;
      done = await importFiles(actor, { ...files, choices: { ...choices, source: connection.name } });
    }
  }
  const { outcome, reason, from } = done.result;
  const status = outcome === 'refused' || outcome === 'unchanged' ? outcome : 'loaded';
  return { status, reason, importId: done.importId, ...(from && { period: monthStart(from) }) };
}

async function eventsOf(actor: Actor, at: string, { delivery, connection }: Pick<Load, 'delivery' | 'connection'>): Promise<Settled> {
  const choices = connection.hashPersons ? { people: 'hash' as const } : {};
  const { outcome, reason, rejected, rejects, from } = await importEvents(actor, at, choices, {
    name: visible(delivery.title),
    refresh: false,
  });
  if (outcome === 'refused' || outcome === 'unchanged') return { status: outcome, reason };
  const [first] = rejects;
  return {
    status: 'loaded',
    ...(from && { period: monthStart(from) }),
    reason: first ? `${rejected} could not be read. Line ${first.line}${first.column ? `, ${first.column}` : ''}: ${first.reason}` : reason,
  };
}

/** The files of a delivery that is settled are needed no more. */
export const dropFolder = (folder: string): Promise<void> => fs.promises.rm(folder, { recursive: true, force: true });
