export type AppErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'conflict'
  | 'too_large'
  | 'unsupported_type'
  | 'too_many'
  /** It is being made ready; the same question has an answer in a while. */
  | 'preparing';

/** A refusal: the caller asked for something that may not or cannot be. Its message is shown to people, so it holds no secret. */
export class AppError extends Error {
  constructor(
    readonly code: AppErrorCode,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'AppError';
  }
}
