import { defaultShouldDehydrateQuery, isServer, QueryClient } from '@tanstack/react-query';
import { cache } from 'react';
import { ApiError } from './api';

const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // a refusal stays a refusal; only what may pass is tried again
        retry: (count, error) =>
          isPreparing(error) || (count < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500)),
        retryDelay: (count, error) => (isPreparing(error) ? 1_500 : Math.min(1_000 * 2 ** count, 30_000)),
        placeholderData: (previous: unknown) => previous, // old figures stay while new ones come
      },
      dehydrate: { shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === 'pending' },
    },
  });

/** What is being made ready is asked for again until it is. */
const isPreparing = (error: unknown): boolean => error instanceof ApiError && error.status === 503;

const ofThisRequest = cache(makeQueryClient);
let ofThisBrowser: QueryClient | undefined;

/** On the server one per request, in the browser one for the whole visit. */
export function getQueryClient(): QueryClient {
  if (isServer) return ofThisRequest();
  ofThisBrowser ??= makeQueryClient();
  return ofThisBrowser;
}
