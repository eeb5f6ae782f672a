/** What the server refused or failed at, in its own words. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** Per field, when the input was wrong. */
    readonly fields: Readonly<Record<string, string>> = {},
    /** `unauthenticated`, `forbidden`, `conflict` … */
    readonly title = 'failed',
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** The server understood what was asked and says that there is no such answer: asking again would not help. */
export const isRefusal = (error: Error | null): error is ApiError => error instanceof ApiError && error.status === 422;

interface Problem {
  title?: string;
  detail?: string;
  issues?: { field: string; message: string }[];
}

/** JSON from our own server. A problem becomes an `ApiError` with its detail; no answer at all says so. */
export async function api<T>(path: string, { body, ...init }: Omit<RequestInit, 'body'> & { body?: unknown } = {}): Promise<T> {
  const response = await fetch(path, {
    ...init,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...init.headers },
  }).catch(() => {
    throw new ApiError(0, 'The server cannot be reached. Check the connection and try again.', {}, 'unreachable');
  });
  if (response.ok) return (await response.json()) as T;
  const problem: Problem = await response.json().catch(() => ({}));
  const fields = Object.fromEntries((problem.issues ?? []).filter((i) => i.field).map((i) => [i.field, i.message]));
  throw new ApiError(response.status, problem.detail ?? `The server answered ${response.status}.`, fields, problem.title);
}
