import type { ConnectionFailure } from '../../connections/types';
import type { Plan, Wanted } from '../../core/connections/plan';
import { readPlan } from '../../core/connections/plan';
import { nextAt, retryAt } from '../../core/connections/schedule';
import { prisma, type Transaction } from '../../db/client';
import { raiseAlerts } from '../../db/records/alerts';
import { type ClaimedPull, endRun, type RunCounts } from '../../db/records/connection-runs';
import { holdConnection, noteConnection } from '../../db/records/connections';

export interface PullEnd {
  counts: RunCounts;
  failure: ConnectionFailure | null;
  /** The worker was told to stop, or another process has taken over. */
  isStopped: boolean;
  /** What was asked for when it began. */
  wanted: Wanted | null;
}

/** So many failures in a row, and somebody is told. */
const TOLD_AFTER = 3;
const DAY_MS = 86_400_000;

/** Writes down what came of a pull and when the next one is. A run that was given up meanwhile says nothing more. */
export async function settlePull(claim: ClaimedPull, { counts, failure, isStopped, wanted }: PullEnd): Promise<void> {
  const now = new Date();
  const got = counts.loaded + counts.unchanged > 0;
  const status = isStopped ? 'interrupted' : failure ? (got ? 'partly' : 'failed') : counts.refused ? 'partly' : 'good';
  const note = isStopped ? 'It was told to stop; the next pull goes on from there.' : (failure?.message ?? null);
  await prisma().$transaction(async (tx) => {
    const connection = await holdConnection(tx, claim.organizationId, claim.connectionId);
    if (!connection || !(await endRun(tx, claim.runId, { ...counts, status, note }))) return;
    const was = readPlan(connection.schedule);
    const isDone = !failure && !isStopped && was.wanted?.from === wanted?.from && was.wanted?.by === wanted?.by;
    const plan: Plan = {
      ...was,
      wanted: isDone ? null : was.wanted,
      needsPerson: isStopped ? was.needsPerson : (failure?.isFinal ?? false),
    };
    const failures = isStopped ? connection.failures : failure ? connection.failures + 1 : 0;
    await noteConnection(tx, connection.id, {
      failure: isStopped ? connection.failure : (failure?.message ?? null),
      failures,
      ...(!failure && !isStopped && { lastGoodAt: now }),
      plan,
      // what a person asked for meanwhile comes first
      nextAt: connection.nextAt ?? (isStopped ? now : failure ? again(plan, failure, failures, now) : nextAt(plan.schedule, now)),
    });
    if (failure && !isStopped && (failure.isFinal || failures === TOLD_AFTER)) await tell(tx, connection, failure, now);
  });
}

/** Only a person can mend what is final: it is tried no more than once a day, in case they do so on the other side. */
function again({ schedule }: Plan, failure: ConnectionFailure, failures: number, now: Date): Date {
  const wanted = now.getTime() + Math.min(failure.retryAfterMs ?? 0, DAY_MS);
  if (!failure.isFinal) return new Date(Math.max(wanted, retryAt(schedule, failures, now).getTime()));
  return nextAt(schedule, new Date(now.getTime() + DAY_MS - 3_600_000));
}

/** A connection that brings nothing is told through the inbox and every channel: once a day. */
async function tell(
  tx: Transaction,
  { id, organizationId, name }: { id: number; organizationId: number; name: string },
  failure: ConnectionFailure,
  now: Date,
): Promise<void> {
  const draft = {
    key: `connection ${id} ${now.toISOString().slice(0, 10)}`,
    kind: 'source' as const,
    severity: 'warning' as const,
    title: failure.isFinal ? `The connection "${name}" needs somebody to look after it.` : `The connection "${name}" brings nothing.`,
    facts: [{ label: 'Why', value: failure.message }],
    link: `/sources/connections/${id}`,
    dataCompleteTo: null,
    ruleId: null,
  };
  await raiseAlerts(tx, organizationId, [draft]);
}
