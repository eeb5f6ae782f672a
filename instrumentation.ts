/** Runs once when the server starts: background work lives in the same process unless HEADROOM_WORKER says otherwise. */
export async function register(): Promise<void> {
  // Written so that the bundler leaves Node's code out of its other runtime.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { env } = await import('./lib/env');
    const { watchPeers } = await import('./lib/auth/address');
    const { answerGateways } = await import('./lib/jobs/answer-gateways');
    const { startWithServer } = await import('./lib/jobs/start-with-server');
    const { keepExplorer } = await import('./lib/jobs/keep-explorer');
    answerGateways();
    watchPeers();
    keepExplorer();
    if (env().HEADROOM_WORKER === 'inside') await startWithServer();
  }
}
