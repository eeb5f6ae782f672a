import { NextResponse } from 'next/server';
import { databaseState } from '@/lib/services/identity/installation-state';
import { version } from '@/package.json';

export const dynamic = 'force-dynamic';

/** For whoever watches the server: alive, which version, and does it reach its database. */
export async function GET(): Promise<Response> {
  const database = await databaseState();
  const ready = database === 'reachable';
  return NextResponse.json(
    { status: ready ? 'ok' : 'degraded', version, database },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
