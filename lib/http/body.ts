import { AppError } from '../core/app-error';
import { holdsNul } from './params';

/** What a body of JSON may weigh, where a route does not say otherwise. Files come by routes of their own. */
export const jsonLimitBytes = 64 * 1024;

/** A JSON body, or null where there is none. Whatever is not JSON by its own word is refused unread. */
export async function readJson(request: Request, limit = jsonLimitBytes): Promise<unknown> {
  requireJsonType(request);
  const text = await readText(request, limit);
  if (text.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('invalid', 'The body is not JSON.');
  }
  if (holdsNul(value)) throw new AppError('invalid', 'A text in the body holds the character NUL, which no field can keep.');
  return value;
}

/** A page of another site can post forms and plain text with our cookies, but not JSON without asking first. */
export function requireJsonType(request: Request): void {
  if (/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) return;
  throw new AppError('unsupported_type', 'Send the body as JSON, with the header Content-Type: application/json.');
}

/** The body as text, read no further than `limit` bytes, whatever Content-Length says. */
export async function readText(request: Request, limit: number): Promise<string> {
  const refuse = () =>
    new AppError(
      'too_large',
      `The body is larger than ${limit < 1024 ** 2 ? `${limit / 1024} kB` : `${limit / 1024 ** 2} MB`}, the most that is read here.`,
    );
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw refuse();
  if (!request.body) return '';
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > limit) {
      reader.cancel().catch(() => {});
      throw refuse();
    }
    chunks.push(part.value);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
