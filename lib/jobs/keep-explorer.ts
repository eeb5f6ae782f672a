import { keepExplorerReady } from '../services/explore/keep-ready';

/** The pages' process keeps its own columnar copies up to date. Called once, when the server starts; the server does not wait for it. */
export function keepExplorer(): void {
  keepExplorerReady().catch((e: unknown) => console.error('The columnar copies are not kept up to date:', e));
}
