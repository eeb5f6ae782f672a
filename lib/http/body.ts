import { gunzipSync } from 'node:zlib';
import { AppError } from '../core/app-error';
import { whyNotKept } from '../core/text/keepable';

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
  const why = whyNotKept(value);
  if (why) throw new AppError('invalid', why.startsWith('is') ? `The body ${why}.` : `A text in the body ${why}.`);
  return value;
}

/** A page of another site can post forms and plain text with our cookies, but not JSON without asking first. */
export function requireJsonType(request: Request): void {
  if (/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) return;
  throw new AppError('unsupported_type', 'Send the body as JSON, with the header Content-Type: application/json.');
}

/** The body as text, read no further than `limit` bytes, whatever Content-Length says. */
export const readText = async (request: Request, limit: number): Promise<string> =>
  new TextDecoder().decode(await readBytes(request, limit));

const tooLarge = (limit: number) =>
  new AppError(
    'too_large',
    `The body is larger than ${limit < 1024 ** 2 ? `${limit / 1024} kB` : `${limit / 1024 ** 2} MB`}, the most that is read here.`,
  );

/** The body as bytes, unpacked where it says that it is gzip; neither packed nor unpacked larger than `limit`. */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  if (!request.body) return Buffer.alloc(0);
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > limit) {
      reader.cancel().catch(() => {});
      throw tooLarge(limit);
    }
    chunks.push(part.value);
  }
  const body = Buffer.concat(chunks);
  const encoding = request.headers.get('content-encoding')?.toLowerCase() ?? 'identity';
  if (encoding === 'identity') return body;
  if (encoding !== 'gzip') throw new AppError('unsupported_type', `Content-Encoding "${encoding}" is not read here; gzip is.`);
  try {
    return gunzipSync(body, { maxOutputLength: limit });
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit);
    throw new AppError('invalid', 'The body says that it is gzip, and is not.');
  }
}
